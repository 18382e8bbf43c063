import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { cancelOwnSubscription } from '@/lib/subscriptions/cancel-own-subscription';
import { cancelSubscription } from '@/lib/subscriptions/cancel-subscription';
import { findSubscriptions } from '@/lib/subscriptions/find-subscriptions';
import { getSubscriptionDetail } from '@/lib/subscriptions/get-subscription-detail';
import { listMerchantSubscriptions } from '@/lib/subscriptions/list-merchant-subscriptions';
import { listPhoneSubscriptions } from '@/lib/subscriptions/list-phone-subscriptions';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { anyMember } from '@/tests/support/any-member';
import { READER } from '@/tests/support/any-staff';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { seedCatalogue } from '@/tests/support/factories/carrier-catalogue';
import { refusalCode } from '@/tests/support/refusal-code';
import {
  at,
  buy,
  chargedAtCarriers,
  clock,
  eventsOf,
  freshPhone,
  leaveAlone,
  remind,
  termsOf,
} from '@/tests/support/subscription-scene';

let rails: CarrierRails;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env, { SMS_GATEWAY_URL: `${rails.sandboxOrigin}/sms` });
  await seedCatalogue();
});
afterAll(() => rails.stop());
afterEach(async () => {
  await leaveAlone();
  await clock.giveBack();
  expect((await checkBooks()).findings).toEqual([]);
});

const stateOf = async (id: string) =>
  (await getSubscriptionDetail({ subscriptionId: id, by: READER })).subscription;
const bought = async (meaning?: string) => {
  await clock.setTo('2027-03-15T12:00');
  return buy(rails, { period: 'natural_month', phone: freshPhone(meaning) });
};

test('cancelled by the phone’s owner it runs to the end of the paid days, is never charged again, and forgets the phone', async () => {
  const { id, phone } = await bought();
  await cancelOwnSubscription({ phone, subscriptionId: id });
  await cancelOwnSubscription({ phone, subscriptionId: id });
  expect(await stateOf(id)).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'shopper',
    paidThrough: '2027-03-31',
  });
  await at('2027-03-29T10:01');
  await at('2027-03-31T23:59');
  expect((await stateOf(id)).state).toBe('cancelled');
  const { phoneItemId } = await stateOf(id);
  await at('2027-04-01T00:01');
  expect(await stateOf(id)).toMatchObject({ state: 'ended', phoneItemId: null });
  await at('2027-04-01T10:01');
  const kept = await pool().query('SELECT FROM vault_items WHERE id = $1', [phoneItemId]);
  expect(kept.rowCount).toBe(0);
  expect(await chargedAtCarriers(rails, phone)).toBe(1);
  expect(await eventsOf(id)).toEqual(['created', 'cancelled', 'ended']);
});

test('nobody cancels what is another’s: not another phone, not another merchant', async () => {
  const { id } = await bought();
  const other = await bought();
  const tries = [
    () => cancelOwnSubscription({ phone: other.phone, subscriptionId: id }),
    () => cancelSubscription({ subscriptionId: id, by: { merchantId: other.merchantId } }),
    () =>
      cancelSubscription({
        subscriptionId: 'sub_nothing',
        by: { office: { id: 'usr_1', staffRole: 'agent' } },
      }),
  ];
  for (const cancel of tries) {
    expect(await refusalCode(cancel())).toBe('subscription_not_found');
  }
  expect((await stateOf(id)).state).toBe('active');
});

test('between two tries of a renewal the order is closed with it, and no third is made', async () => {
  const { id, phone, merchantId } = await bought('0013');
  await remind('2027-04-01');
  await at('2027-04-01T10:01');
  expect((await stateOf(id)).state).toBe('past_due');
  await cancelSubscription({ subscriptionId: id, by: anyMember(merchantId, 'usr_staff') });
  await at('2027-04-02T10:01');
  await at('2027-04-03T10:01');
  expect(await stateOf(id)).toMatchObject({ state: 'ended', cancelledBy: 'user:usr_staff' });
  expect(await chargedAtCarriers(rails, phone)).toBe(1);
  const orderId = (await termsOf(id))[1]?.order_id;
  const { rows } = await pool().query('SELECT state::text FROM orders WHERE id = $1', [orderId]);
  expect(rows).toEqual([{ state: 'closed' }]);
});

test('a charge that was on its way when it was cancelled may still come through, and is the last', async () => {
  const { id, phone } = await bought('0008');
  await remind('2027-04-01');
  await at('2027-04-01T10:01');
  const orderId = (await termsOf(id))[1]?.order_id ?? '';
  await cancelOwnSubscription({ phone, subscriptionId: id });
  await at('2027-04-02T10:01');
  expect((await stateOf(id)).state).toBe('cancelled');
  const { rows } = await pool().query('SELECT id FROM attempts WHERE order_id = $1', [orderId]);
  await resolveAttempt({ attemptId: rows[0].id });
  await noteSubscriptionPayment({ orderId });
  expect(await stateOf(id)).toMatchObject({ state: 'cancelled', paidThrough: '2027-04-30' });
  await at('2027-05-01T10:01');
  expect((await stateOf(id)).state).toBe('ended');
  expect(await chargedAtCarriers(rails, phone)).toBe(2);
});

test('cancelling while the renewal is being charged leaves no charge that is neither paid for nor given back', async () => {
  const { id, phone } = await bought();
  await remind('2027-04-01');
  await clock.setTo('2027-04-01T10:01');
  await Promise.all([at('2027-04-01T10:01'), cancelOwnSubscription({ phone, subscriptionId: id })]);
  await at('2027-04-01T10:05');
  const { paidTerms, state } = await stateOf(id);
  expect(['cancelled', 'ended']).toContain(state);
  expect(await chargedAtCarriers(rails, phone)).toBe(paidTerms);
});

test('the phone’s owner, the merchant and support each find it, and nobody finds another’s', async () => {
  const { id, phone, merchantId, order } = await bought();
  const other = await bought();
  const idsOf = (list: { id: string }[]) => list.map((one) => one.id);
  expect(idsOf(await listPhoneSubscriptions({ phone }))).toEqual([id]);
  expect(idsOf((await listMerchantSubscriptions({ merchantId })).subscriptions)).toEqual([id]);
  const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  for (const text of [id, order.id, order.merchantOrderNo]) {
    expect(idsOf((await findSubscriptions({ text, by: READER })).subscriptions)).toEqual([id]);
  }
  const byPhone = idsOf((await findSubscriptions({ text: masked, by: READER })).subscriptions);
  expect(byPhone).toEqual(expect.arrayContaining([id, other.id]));
  expect((await findSubscriptions({ text: 'nothing', by: READER })).subscriptions).toEqual([]);
});
