import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { getSubscriptionDetail } from '@/lib/subscriptions/get-subscription-detail';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { runSubscriptionStep } from '@/lib/subscriptions/run-subscription-step';
import { sweepSubscriptions } from '@/lib/subscriptions/sweep-subscriptions';
import { READER } from '@/tests/support/any-staff';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { seedCatalogue } from '@/tests/support/factories/carrier-catalogue';
import { signalOf } from '@/tests/support/paid-by-unionpay';
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
const attemptsOf = async (orderId: string) =>
  (
    await pool().query<{ id: string; state: string }>(
      'SELECT id, state::text FROM attempts WHERE order_id = $1 ORDER BY id',
      [orderId],
    )
  ).rows;
/** The only order of the second term, once it is there. */
const secondOrder = async (id: string): Promise<string> => (await termsOf(id))[1]?.order_id ?? '';
describe('a charge whose answer was lost', () => {
  test('is asked about, never sent again, and pays for its term once', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'rolling_31', phone: freshPhone('0008') });
    await remind('2027-04-15');
    await at('2027-04-15T10:01');
    const orderId = await secondOrder(id);
    await at('2027-04-16T10:01');
    await at('2027-04-25T10:01');
    const attempts = await attemptsOf(orderId);
    expect(attempts).toMatchObject([{ state: 'unknown' }]);
    expect((await stateOf(id)).state).toBe('active');
    await resolveAttempt({ attemptId: attempts[0]?.id ?? '' });
    await noteSubscriptionPayment({ orderId });
    expect(await stateOf(id)).toMatchObject({ state: 'active', paidTerms: 2 });
    expect(await attemptsOf(orderId)).toMatchObject([{ state: 'succeeded' }]);
    expect(await chargedAtCarriers(rails, phone)).toBe(2);
  });
});

describe('two at once, and one that is killed', () => {
  test('many sweeps and steps at the same moment charge a term once', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'rolling_30' });
    await remind('2027-04-14');
    await clock.setTo('2027-04-14T10:01');
    const step = () => runSubscriptionStep({ subscriptionId: id });
    await Promise.all([sweepSubscriptions(), step(), step(), sweepSubscriptions(), step()]);
    expect(await stateOf(id)).toMatchObject({ paidTerms: 2, paidThrough: '2027-05-13' });
    expect(await chargedAtCarriers(rails, phone)).toBe(2);
    expect(await attemptsOf(await secondOrder(id))).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(['created', 'renewal_upcoming', 'renewed']);
  });

  const killedAt = async (moment: string, subscriptionId: string) => {
    const path = '@/lib/subscriptions/run-subscription-step';
    expect(await signalOf(moment, path, 'runSubscriptionStep', { subscriptionId })).toBe('SIGKILL');
  };

  test.each(['renew.placed', 'pay.answered', 'renew.charged'])(
    'killed at %s, the next worker charges the term once',
    async (moment) => {
      await clock.setTo('2027-03-15T12:00');
      const { id, phone } = await buy(rails, { period: 'rolling_31' });
      await remind('2027-04-15');
      await clock.setTo('2027-04-15T10:01');
      await killedAt(moment, id);
      await at('2027-04-15T10:05');
      const orderId = await secondOrder(id);
      const [attempt] = await attemptsOf(orderId);
      if (attempt?.state === 'sent') await resolveAttempt({ attemptId: attempt.id });
      await at('2027-04-15T10:10');
      await at('2027-04-16T10:10');
      expect(await stateOf(id)).toMatchObject({ state: 'active', paidTerms: 2 });
      expect(await chargedAtCarriers(rails, phone)).toBe(2);
      expect(await attemptsOf(orderId)).toHaveLength(1);
    },
  );

  test('killed before the charge was sent, nothing is sent again until the carrier can no longer have it', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'rolling_31' });
    await remind('2027-04-15');
    await clock.setTo('2027-04-15T10:01');
    await killedAt('pay.committed', id);
    const orderId = await secondOrder(id);
    const attemptId = (await attemptsOf(orderId))[0]?.id ?? '';
    await resolveAttempt({ attemptId });
    await at('2027-04-16T10:05');
    expect(await attemptsOf(orderId)).toHaveLength(1);
    await pool().query(
      `UPDATE attempts SET requested_at = requested_at - interval '1 day',
              payable_until = payable_until - interval '1 day' WHERE id = $1`,
      [attemptId],
    );
    await resolveAttempt({ attemptId });
    await at('2027-04-16T10:10');
    await at('2027-04-17T10:01');
    expect(await stateOf(id)).toMatchObject({ state: 'active', paidTerms: 2 });
    expect((await attemptsOf(orderId)).map(({ state }) => state)).toEqual(['failed', 'succeeded']);
    expect(await chargedAtCarriers(rails, phone)).toBe(2);
  });
});
