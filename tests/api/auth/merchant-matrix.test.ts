import { beforeAll, describe, expect, inject, test } from 'vitest';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { disableColleague } from '@/lib/auth/disable-colleague';
import { enableColleague } from '@/lib/auth/enable-colleague';
import { removeColleagueAuthenticator } from '@/lib/auth/remove-colleague-authenticator';
import { revokeColleagueSessions } from '@/lib/auth/revoke-colleague-sessions';
import { revokeInvitation } from '@/lib/auth/revoke-invitation';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { newSortableNumber } from '@/lib/core/ids';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { endFormerWebhookSecret } from '@/lib/merchants/end-former-webhook-secret';
import { removeWebhookEndpoint } from '@/lib/merchants/remove-webhook-endpoint';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { rotateWebhookSecret } from '@/lib/merchants/rotate-webhook-secret';
import { setWebhookEndpoint } from '@/lib/merchants/set-webhook-endpoint';
import { switchWebhookEndpoint } from '@/lib/merchants/switch-webhook-endpoint';
import { cny } from '@/lib/money/money';
import { switchPaymentLink } from '@/lib/payment-links/switch-payment-link';
import { approveRefundByMember } from '@/lib/refunds/approve-refund-by-member';
import { declineRefundByMember } from '@/lib/refunds/decline-refund-by-member';
import { requestRefundByMember } from '@/lib/refunds/request-refund-by-member';
import { cancelSubscription } from '@/lib/subscriptions/cancel-subscription';
import { resendDeliveries } from '@/lib/webhooks/resend-deliveries';
import { resendDelivery } from '@/lib/webhooks/resend-delivery';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { orderInput } from '@/tests/support/factories/orders';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { NOTHING, type Objects, objectsOf } from '@/tests/support/merchant-objects';
import { refusalCode } from '@/tests/support/refusal-code';
import { sessionCookie } from '@/tests/support/room-doors';
import { readTree } from '@/tests/tidy/tree';

const { origin } = inject('stack');

let owner: ApiClient;
let stranger: ApiClient;
let theirs: Objects;
let own: Objects;
let cookie: string;
beforeAll(async () => {
  [owner, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  [theirs, own] = [await objectsOf(origin, owner), await objectsOf(origin, stranger)];
  const { id } = await makeMember({ merchantId: stranger.merchant.id });
  cookie = await sessionCookie({ role: 'merchant', id });
});

interface Door {
  at: (of: Objects) => string;
  /** JSON of a POST. */
  body?: () => object;
}
const refunds = ({ order }: Objects) => `/orders/${order}/refunds`;
const { return_url: _, ...charge } = orderInput();

/** Every address of the merchant API that names an object, by method and place in app/api/v1. */
const API: Record<string, Door> = {
  'GET agreement-migrations/[id]': { at: (of) => `/agreement-migrations/${of.migration}` },
  'GET agreement-migrations/[id]/agreements.csv': {
    at: (of) => `/agreement-migrations/${of.migration}/agreements.csv`,
  },
  'GET agreement-migrations/[id]/rejects.csv': {
    at: (of) => `/agreement-migrations/${of.migration}/rejects.csv`,
  },
  'GET orders/[id]': { at: (of) => `/orders/${of.order}` },
  'POST orders/[id]/close': { at: (of) => `/orders/${of.order}/close`, body: () => ({}) },
  'GET orders/[id]/refunds': { at: refunds },
  'POST orders/[id]/refunds': {
    at: refunds,
    body: () => ({ merchant_refund_no: newSortableNumber(), amount: 100 }),
  },
  'GET orders/[id]/refunds/[refund]': { at: (of) => `${refunds(of)}/${of.refund}` },
  'GET agreements/[id]': { at: (of) => `/agreements/${of.agreement}` },
  'POST agreements/[id]/payments': {
    at: (of) => `/agreements/${of.agreement}/payments`,
    body: () => ({ ...charge, merchant_order_no: newSortableNumber() }),
  },
  'DELETE agreements/[id]': { at: (of) => `/agreements/${of.agreement}` },
  'GET refunds/[id]': { at: (of) => `/refunds/${of.refund}` },
  'POST refunds/[id]/approve': { at: (of) => `/refunds/${of.refund}/approve`, body: () => ({}) },
  'POST refunds/[id]/decline': {
    at: (of) => `/refunds/${of.refund}/decline`,
    body: () => ({ reason: 'no' }),
  },
  'GET customers/[id]': { at: (of) => `/customers/${of.customer}` },
  'POST customers/[id]/virtual-account': {
    at: (of) => `/customers/${of.customer}/virtual-account`,
    body: () => ({}),
  },
  'GET virtual-accounts/[number]': { at: (of) => `/virtual-accounts/${of.account}` },
  'GET virtual-accounts/[number]/entries': {
    at: (of) => `/virtual-accounts/${of.account}/entries`,
  },
  'GET withdrawals/[id]': { at: (of) => `/withdrawals/${of.withdrawal}` },
  'GET events/[id]': { at: (of) => `/events/${of.event}` },
  'GET webhook-endpoints/[id]': { at: (of) => `/webhook-endpoints/${of.endpoint}` },
  'POST webhook-endpoints/[id]': {
    at: (of) => `/webhook-endpoints/${of.endpoint}`,
    body: () => ({}),
  },
  'POST webhook-endpoints/[id]/rotate-secret': {
    at: (of) => `/webhook-endpoints/${of.endpoint}/rotate-secret`,
    body: () => ({}),
  },
  'POST webhook-endpoints/[id]/test': {
    at: (of) => `/webhook-endpoints/${of.endpoint}/test`,
    body: () => ({}),
  },
  'DELETE webhook-endpoints/[id]': { at: (of) => `/webhook-endpoints/${of.spareEndpoint}` },
  'GET payment-links/[id]': { at: (of) => `/payment-links/${of.paymentLink}` },
  'POST payment-links/[id]': {
    at: (of) => `/payment-links/${of.paymentLink}`,
    body: () => ({ active: false }),
  },
  'GET subscriptions/[id]': { at: (of) => `/subscriptions/${of.subscription}` },
  'POST subscriptions/[id]/cancel': {
    at: (of) => `/subscriptions/${of.subscription}/cancel`,
    body: () => ({}),
  },
};

/** The merchant's pages that name an object. */
const PAGES: Record<string, (of: Objects) => string> = {
  'deliveries/[id]/page.tsx': (of) => `/merchant/deliveries/${of.delivery}`,
  'endpoints/[id]/page.tsx': (of) => `/merchant/endpoints/${of.endpoint}`,
  'links/[id]/page.tsx': (of) => `/merchant/links/${of.paymentLink}`,
  'links/[id]/sheet/page.tsx': (of) => `/merchant/links/${of.paymentLink}/sheet`,
  'members/[id]/page.tsx': (of) => `/merchant/members/${of.member}`,
  'orders/[id]/page.tsx': (of) => `/merchant/orders/${of.order}`,
  'migrations/[id]/agreements.csv/route.ts': (of) =>
    `/merchant/migrations/${of.migration}/agreements.csv`,
  'migrations/[id]/rejects.csv/route.ts': (of) =>
    `/merchant/migrations/${of.migration}/rejects.csv`,
};
/** A carrier's statement is of all merchants, as a month is; each reads its own lines of it. */
const OF_ALL = [
  'carrier-statements/[id]/lines.csv/route.ts',
  'statements/[month]/page.tsx',
  'statements/[month]/statement.csv/route.ts',
];

/** The answer with nothing in it that only names what was asked for, or this very request. */
async function answerOf(answer: Response, of: Objects): Promise<string> {
  let text = await answer.text();
  for (const [kind, id] of Object.entries(of)) text = text.replaceAll(id, `<${kind}>`);
  return `${answer.status} ${text.replace(/req_[0-9a-z]{26}/g, '<request>')}`;
}

async function callApi(shop: ApiClient, name: string, of: Objects): Promise<string> {
  const [method = ''] = name.split(' ');
  const { at, body } = API[name] as Door;
  const answer = await fetch(`${origin}/api/v1${at(of)}`, {
    method,
    headers: {
      authorization: `Bearer ${shop.secret}`,
      'idempotency-key': `"${newSortableNumber()}"`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body()) } : {}),
  });
  return answerOf(answer, of);
}

test('every address that names an object of a merchant’s is in the matrix', () => {
  const api = readTree('app/api/v1').flatMap(({ path, source }) =>
    [...source.matchAll(/^export (?:const|async function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
      ([, method]) => `${method} ${path.replace(/\/route\.ts$/, '')}`,
    ),
  );
  const named = api.filter((name) => name.replace('[month]', '').includes('['));
  expect(named.sort()).toEqual(Object.keys(API).sort());
  const pages = readTree('app/(merchant)/merchant')
    .map(({ path }) => path)
    .filter((path) => /\[.*(page\.tsx|route\.ts)$/.test(path));
  expect(pages.sort()).toEqual([...Object.keys(PAGES), ...OF_ALL].sort());
});

describe('what is another merchant’s is answered as what is nobody’s:', () => {
  test.each(Object.keys(API))('%s', async (name) => {
    const unknown = await callApi(stranger, name, NOTHING);
    expect(await callApi(stranger, name, theirs)).toBe(unknown);
    // Its owner is told more: the address asks for something that is there.
    expect(await callApi(stranger, name, own)).not.toBe(unknown);
  });

  test.each(Object.entries(PAGES))('page %s', async (_, at) => {
    const open = (of: Objects) => fetch(`${origin}${at(of)}`, { headers: { cookie } });
    expect((await open(own)).status).toBe(200);
    const [found, unknown] = [await open(theirs), await open(NOTHING)];
    expect(found.status).toBe(unknown.status);
    expect(found.status).toBe(404);
    const text = await found.text();
    expect(text).not.toContain(owner.merchant.id);
  });

  test('and for a refund under another order of one’s own', async () => {
    const mixed = { ...own, refund: theirs.refund };
    const name = 'GET orders/[id]/refunds/[refund]';
    const unknown = await callApi(stranger, name, { ...own, refund: NOTHING.refund });
    expect(await callApi(stranger, name, mixed)).toBe(unknown);
  });
});

type Act = (by: MerchantActor, of: Objects) => Promise<unknown>;

/** What the merchant's own forms call with an object's number, by its name, and by the object's kind where it has several. */
const ACTIONS: Record<string, Act> = {
  'refunds/request-refund-by-member': (by, { order: orderId }) =>
    requestRefundByMember({
      ...{ by, orderId, merchantRefundNo: newSortableNumber(), amount: cny(100n) },
    }),
  'refunds/approve-refund-by-member': (by, { refund: refundId }) =>
    approveRefundByMember({ refundId, by }),
  'refunds/decline-refund-by-member': (by, { refund: refundId }) =>
    declineRefundByMember({ refundId, by, reason: 'no' }),
  'agreements/end-agreement': (by, { agreement: agreementId }) => endAgreement({ agreementId, by }),
  'subscriptions/cancel-subscription': (by, { subscription: subscriptionId }) =>
    cancelSubscription({ subscriptionId, by }),
  'auth/set-member-role': async (by, { member: userId }) =>
    setMemberRole({ userId, role: 'finance', code: await memberCode(by.id), by }),
  'auth/disable-colleague': async (by, { member: userId }) =>
    disableColleague({ userId, code: await memberCode(by.id), by }),
  'auth/enable-colleague': async (by, { member: userId }) =>
    enableColleague({ userId, code: await memberCode(by.id), by }),
  'auth/revoke-colleague-sessions': async (by, { member: userId }) =>
    revokeColleagueSessions({ userId, code: await memberCode(by.id), by }),
  'auth/remove-colleague-authenticator': async (by, { member: userId }) =>
    removeColleagueAuthenticator({ userId, code: await memberCode(by.id), by }),
  'auth/revoke-invitation': (by, { invitation: invitationId }) =>
    revokeInvitation({ invitationId, by }),
  'payment-links/switch-payment-link': (by, { paymentLink: linkId }) =>
    switchPaymentLink({ by, linkId, active: false }),
  'merchants/set-webhook-endpoint': (by, { endpoint: endpointId }) =>
    setWebhookEndpoint({ by, endpointId, topics: ['order.paid'] }),
  'merchants/switch-webhook-endpoint': (by, { endpoint: endpointId }) =>
    switchWebhookEndpoint({ by, endpointId, on: false }),
  'merchants/remove-webhook-endpoint': (by, { endpoint: endpointId }) =>
    removeWebhookEndpoint({ by, endpointId }),
  'merchants/rotate-webhook-secret': (by, { endpoint: endpointId }) =>
    rotateWebhookSecret({ by, endpointId }),
  'merchants/end-former-webhook-secret': (by, { endpoint: endpointId }) =>
    endFormerWebhookSecret({ by, endpointId }),
  'webhooks/send-test-event': (by, { endpoint: endpointId }) => sendTestEvent({ by, endpointId }),
  'webhooks/resend-delivery': (by, { delivery: deliveryId }) => resendDelivery({ by, deliveryId }),
  'webhooks/resend-deliveries': (by, { endpoint: endpointId }) =>
    resendDeliveries({
      ...{ by, endpointId, from: new Date(0), to: new Date(), topics: [], which: 'all' },
    }),
  'merchants/revoke-key (api)': async (by, { apiKey: keyId }) =>
    revokeKey({ kind: 'api', keyId, code: await memberCode(by.id), by }),
  'merchants/revoke-key (link)': async (by, { linkKey: keyId }) =>
    revokeKey({ kind: 'link', keyId, code: await memberCode(by.id), by }),
  'merchants/revoke-key (sm2)': async (by, { sm2Key: keyId }) =>
    revokeKey({ kind: 'sm2', keyId, code: await memberCode(by.id), by }),
};
/** Forms about the merchant itself, which take no number of anything. */
const OF_ITSELF = [
  /^merchants\/(?!.*webhook-(endpoint|secret)$)(create|set|remove|switch)-/,
  /^(merchants\/create-webhook-endpoint|payment-links\/create-payment-link|auth\/create-invitation)$/,
  /^(payouts\/set-merchant-account|settlement\/request-withdrawal-by-member)$/,
  /^(core|money)\/|\/schema$/,
];

test('every form of a merchant’s that names an object is in the matrix', () => {
  const called = readTree('app/(merchant)')
    .filter(({ path }) => /actions\.ts$/.test(path))
    .flatMap(({ source }) =>
      [...source.matchAll(/^import \{[^}]*\} from '@\/lib\/([a-z-]+\/[a-z0-9-]+)'/gm)].map(
        ([, path]) => path ?? '',
      ),
    );
  const named = [...new Set(called)].filter((path) => !OF_ITSELF.some((one) => one.test(path)));
  const known = new Set(Object.keys(ACTIONS).map((name) => name.replace(/ .*/, '')));
  expect(named.sort()).toEqual([...known].sort());
});

test.each(Object.entries(ACTIONS))(
  '%s changes nothing of another’s, as of nobody’s',
  async (_, act) => {
    const { id, merchantId, merchantRole } = await makeMember({ merchantId: stranger.merchant.id });
    const by = { id, merchantId, merchantRole };
    const unknown = await refusalCode(act(by, NOTHING));
    expect(unknown).toMatch(/not_found$/);
    expect(await refusalCode(act(by, theirs))).toBe(unknown);
  },
);
