import { signWithoutCode } from '@/lib/agreements/sign-without-code';
import { createInvitation } from '@/lib/auth/create-invitation';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { sm2PublicKeyOf } from '@/lib/core/sm2';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { createSm2Key } from '@/lib/merchants/create-sm2-key';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { cny } from '@/lib/money/money';
import { createPaymentLink } from '@/lib/payment-links/create-payment-link';
import { requestRefund } from '@/lib/refunds/request-refund';
import { requestMerchantWithdrawal } from '@/lib/settlement/request-merchant-withdrawal';
import { virtualNumber } from '@/lib/virtual-accounts/rules';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { CONSENT, someElements } from '@/tests/support/agreement-bench';
import type { ApiClient } from '@/tests/support/api-client';
import { addSubscription } from '@/tests/support/browser-subscription';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchantMoney } from '@/tests/support/factories/merchant-money';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor } from '@/tests/support/factories/payable-order';
import { numberFor } from '@/tests/support/factories/virtual-accounts';
import { makeMember, memberWithCode } from '@/tests/support/make-member';
import { fileCustomer, fileOf } from '@/tests/support/migration-files';

/** One object of each kind: of a merchant, of nobody, or of the one who asks. */
export interface Objects {
  order: string;
  refund: string;
  agreement: string;
  subscription: string;
  migration: string;
  member: string;
  invitation: string;
  apiKey: string;
  linkKey: string;
  sm2Key: string;
  customer: string;
  account: string;
  withdrawal: string;
  endpoint: string;
  spareEndpoint: string;
  event: string;
  delivery: string;
  paymentLink: string;
}
export const NOTHING: Objects = {
  order: newId('ord'),
  refund: newId('ref'),
  agreement: newId('agr'),
  subscription: newId('sub'),
  migration: newId('mig'),
  member: newId('usr'),
  invitation: newId('inv'),
  apiKey: newId('key'),
  linkKey: newId('lnk'),
  sm2Key: newId('smk'),
  customer: newId('cus'),
  account: virtualNumber(9_999_999_999_999n),
  withdrawal: newId('pyt'),
  endpoint: newId('whe'),
  spareEndpoint: newId('whe'),
  event: newId('evt'),
  delivery: newId('dlv'),
  paymentLink: newId('plk'),
};

/** Of each merchant's own SM2 key: whose key it is, is decided by its id. */
const publicKey = sm2PublicKeyOf('1'.repeat(64));

export async function objectsOf(origin: string, shop: ApiClient): Promise<Objects> {
  const merchantId = shop.merchant.id;
  const { customerId: customer } = await seedCustomer({ merchantId, reference: 'alice' });
  const { id: order } = await payFromBalance(
    await makeOrderFor(merchantId, { amountMinor: 1_000n }),
  );
  const asked = { merchantRefundNo: 'R1', amount: cny(300n), actor: 'test' };
  const { id: refund } = await requestRefund({ merchantId, orderId: order, ...asked });
  const holder = { customerReference: 'alice', elements: someElements() };
  const signed = await signWithoutCode({ merchantId, ...holder, consentVersion: CONSENT });
  if (signed.kind !== 'signed') throw new Error(signed.kind);
  const query = async (text: string, values?: unknown[]) => (await pool().query(text, values)).rows;
  const subscription = await addSubscription({ query }, { merchantId });
  const uploaded = await fetch(`${origin}/api/v1/agreement-migrations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.secret}`,
      'content-type': 'text/csv; charset=utf-8',
      'idempotency-key': newSortableNumber(),
    },
    body: fileOf([fileCustomer({ idNo: '1' })]),
  });
  const { id: migration } = await uploaded.json();
  const { id: member } = await makeMember({ merchantId, role: 'support' });
  const { by, code } = await memberWithCode({ merchantId });
  const { id: invitation } = await createInvitation({
    ...{ email: `${newSortableNumber()}@shop.test`, role: 'finance', code, by },
  });
  return {
    ...{ order, refund, agreement: signed.agreementId, subscription, migration },
    ...{ member, invitation },
    apiKey: (await createApiKey({ merchantId })).id,
    linkKey: (await createLinkKey({ merchantId })).id,
    sm2Key: (await createSm2Key({ ...(await memberWithCode({ merchantId })), publicKey })).id,
    customer,
    ...(await moneyOf(merchantId, customer)),
    ...(await webhooksOf(merchantId)),
    paymentLink: await paymentLinkOf(merchantId),
  };
}

async function moneyOf(merchantId: string, owner: string) {
  await seedMerchantMoney({ merchantId });
  const asked = { merchantId, amount: cny(100n), requestKey: newSortableNumber() };
  const { id: withdrawal } = await requestMerchantWithdrawal(asked);
  return { withdrawal, account: await numberFor({ subject: 'customer_balance', owner }) };
}

async function webhooksOf(merchantId: string) {
  const url = 'http://localhost:9/hook';
  const { id: endpoint } = await createWebhookEndpoint({ merchantId, url });
  const { id: spareEndpoint } = await createWebhookEndpoint({ merchantId, url });
  const by = await makeMember({ merchantId });
  const { eventId: event, deliveryId: delivery } = await sendTestEvent({
    by,
    endpointId: endpoint,
  });
  return { endpoint, spareEndpoint, event, delivery };
}

async function paymentLinkOf(merchantId: string): Promise<string> {
  const asked = { subject: '会员年费', goods: 'digital', mostUses: null, ends: null } as const;
  const by = await makeMember({ merchantId });
  const link = await createPaymentLink({
    by,
    asked: { ...asked, least: cny(100n), most: cny(100n) },
  });
  return link.id;
}
