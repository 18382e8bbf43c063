import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays } from '@/lib/core/beijing';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import type { SubscriptionPeriod } from '@/lib/orders/order';
import { getSubscriptionDetail } from '@/lib/subscriptions/get-subscription-detail';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { nextChargeOn } from '@/lib/subscriptions/rules';
import { sweepSubscriptionPayments } from '@/lib/subscriptions/sweep-subscription-payments';
import { READER } from '@/tests/support/any-staff';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { seedCatalogue } from '@/tests/support/factories/carrier-catalogue';
import {
  at,
  buy,
  charge,
  chargedAtCarriers,
  clock,
  eventsOf,
  freshPhone,
  leaveAlone,
  periodOrder,
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
/** The only order of the second term, once it is there. */
const secondOrder = async (id: string): Promise<string> => (await termsOf(id))[1]?.order_id ?? '';
const denyCharges = (phone: string, times: number, denialReason = 'Insufficient credit') =>
  rails.control('carrier/script', {
    match: { phone },
    behaviour: { outcome: 'deny', denialReason },
    times,
  });

describe('the first payment', () => {
  test('begins one subscription, however often and by however many it is noted', async () => {
    await clock.setTo('2027-03-15T12:00');
    const order = await periodOrder('rolling_31');
    const phone = freshPhone();
    await charge(order, phone);
    const note = () => noteSubscriptionPayment({ orderId: order.id });
    await Promise.all([note(), note(), note()]);
    await note();
    const { rows } = await pool().query(
      `SELECT s.id, s.state::text, s.paid_through::text AS through, s.paid_terms AS terms, v.purpose
         FROM subscriptions s JOIN vault_items v ON v.id = s.phone_item_id WHERE s.order_id = $1`,
      [order.id],
    );
    expect(rows).toMatchObject([
      { state: 'active', through: '2027-04-14', terms: 1, purpose: 'subscription_phone' },
    ]);
    expect(await termsOf(rows[0].id)).toMatchObject([
      { seq: 1, starts: '2027-03-15', ends: '2027-04-14', paid: true, order_id: order.id },
    ]);
    expect(await eventsOf(rows[0].id)).toEqual(['created']);
    const kept = await pool().query(
      `SELECT FROM phone_payments WHERE order_id = $1 AND phone_item_id IS NOT NULL`,
      [order.id],
    );
    expect(kept.rowCount).toBe(0);
  });

  test('whose job got lost is found again, once it is a minute old', async () => {
    const order = await periodOrder('rolling_31');
    await charge(order, freshPhone());
    const age = (by: string) =>
      pool().query(`UPDATE orders SET paid_at = now() - $2::interval WHERE id = $1`, [
        order.id,
        by,
      ]);
    await age('50 seconds');
    expect(await sweepSubscriptionPayments()).toBe(0);
    await age('2 minutes');
    expect(await sweepSubscriptionPayments()).toBe(1);
    await noteSubscriptionPayment({ orderId: order.id });
    expect(await sweepSubscriptionPayments()).toBe(0);
  });

  test('that is not paid yet begins nothing', async () => {
    const order = await periodOrder('natural_month');
    await noteSubscriptionPayment({ orderId: order.id });
    const { rowCount } = await pool().query('SELECT FROM subscriptions WHERE order_id = $1', [
      order.id,
    ]);
    expect(rowCount).toBe(0);
  });
});

describe('fourteen months', () => {
  const cases: { period: SubscriptionPeriod; ends: string }[] = [
    { period: 'natural_month', ends: '2028-04-30' },
    { period: 'rolling_31', ends: addDays('2027-03-15', 31 * 14 - 1) },
    { period: 'rolling_30', ends: addDays('2027-03-15', 30 * 14 - 1) },
  ];
  test.each(cases)(
    'by $period every term is charged exactly once, without gap or overlap',
    async ({ period, ends }) => {
      await clock.setTo('2027-03-15T12:00');
      const { id, phone } = await buy(rails, { period });
      for (let term = 2; term <= 14; term += 1) {
        const due = nextChargeOn(await stateOf(id)) ?? '';
        await remind(due);
        await at(`${due}T09:59`);
        expect((await stateOf(id)).paidTerms).toBe(term - 1);
        await at(`${due}T10:01`);
        expect((await stateOf(id)).paidTerms).toBe(term);
        await at(`${due}T18:00`);
      }
      const terms = await termsOf(id);
      expect(terms.map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
      expect(terms.every(({ paid, failures }) => paid && failures === 0)).toBe(true);
      terms.slice(1).forEach(({ starts }, n) => {
        expect(starts).toBe(addDays(terms[n]?.ends ?? '', 1));
      });
      expect(terms.at(-1)?.ends).toBe(ends);
      expect(await stateOf(id)).toMatchObject({ state: 'active', paidThrough: ends });
      expect(await chargedAtCarriers(rails, phone)).toBe(14);
      expect(new Set(terms.map(({ order_id }) => order_id)).size).toBe(14);
      const events = await eventsOf(id);
      expect(events.filter((topic) => topic === 'renewed')).toHaveLength(13);
      expect(events.filter((topic) => topic === 'renewal_upcoming')).toHaveLength(13);
    },
  );
});

describe('a reminder', () => {
  test('goes to the phone once, three days before: how much, when, and how to cancel', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    const before = (await rails.textsTo(phone)).length;
    await at('2027-03-29T08:59');
    expect(await rails.textsTo(phone)).toHaveLength(before);
    await at('2027-03-29T10:01');
    await at('2027-03-30T10:01');
    const texts = await rails.textsTo(phone);
    expect(texts).toHaveLength(before + 1);
    expect(texts[0]?.text).toContain('“音乐会员”将于4月1日起自动续费 ¥15.00');
    expect(texts[0]?.text).toContain('/subscriptions');
    expect(await eventsOf(id)).toEqual(['created', 'renewal_upcoming']);
  });

  test('that the gateway does not take is sent later', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    const before = (await rails.textsTo(phone)).length;
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('the gateway is away'));
    await at('2027-03-29T10:01');
    vi.restoreAllMocks();
    expect(await eventsOf(id)).toEqual(['created']);
    await at('2027-03-29T10:15');
    expect(await rails.textsTo(phone)).toHaveLength(before + 1);
    expect(await eventsOf(id)).toEqual(['created', 'renewal_upcoming']);
  });

  test('that nobody could send before the window goes first, by day: charged is the day after', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    const before = (await rails.textsTo(phone)).length;
    await at('2027-04-01T21:01');
    await at('2027-04-02T08:59');
    expect(await rails.textsTo(phone)).toHaveLength(before);
    await at('2027-04-02T10:01');
    expect((await rails.textsTo(phone))[0]?.text).toContain('将于4月3日起自动续费');
    expect(nextChargeOn(await stateOf(id))).toBe('2027-04-03');
    await at('2027-04-02T20:00');
    await at('2027-04-03T09:59');
    expect(await chargedAtCarriers(rails, phone)).toBe(1);
    await at('2027-04-03T10:01');
    expect(await chargedAtCarriers(rails, phone)).toBe(2);
    expect(await stateOf(id)).toMatchObject({ paidTerms: 2, paidThrough: '2027-04-30' });
    expect(await eventsOf(id)).toEqual(['created', 'renewal_upcoming', 'renewed']);
  });

  test('that can’t be sent at all: nothing is charged, and the subscription lapses', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('the gateway is away'));
    for (const day of ['03-29', '03-31', '04-01', '04-03', '04-04']) await at(`2027-${day}T12:00`);
    expect((await stateOf(id)).state).toBe('active');
    await at('2027-04-04T21:00');
    vi.restoreAllMocks();
    await at('2027-04-05T10:01');
    expect(await stateOf(id)).toMatchObject({ state: 'ended', phoneItemId: null });
    expect(await chargedAtCarriers(rails, phone)).toBe(1);
    expect(await eventsOf(id)).toEqual(['created', 'ended']);
  });
});

describe('a charge that days do not help', () => {
  test('is the only one: the merchant is told that it failed and that the subscription ended', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    await denyCharges(phone, 10, 'User is blacklisted');
    await remind('2027-04-01');
    for (const day of ['01', '02', '03', '05']) await at(`2027-04-${day}T10:01`);
    expect(await stateOf(id)).toMatchObject({ state: 'ended', phoneItemId: null });
    expect((await termsOf(id))[1]).toMatchObject({ failures: 1, reason: 'risk_refused' });
    expect(await chargedAtCarriers(rails, phone)).toBe(1);
    expect((await eventsOf(id)).slice(-2)).toEqual(['renewal_failed', 'ended']);
  });
});

describe('no credit', () => {
  test('is tried again the next days, and the term is charged once there is some', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, {
      period: 'natural_month',
      phone: freshPhone('0013'),
    });
    await remind('2027-04-01');
    await at('2027-04-01T10:01');
    expect(await stateOf(id)).toMatchObject({ state: 'past_due', paidThrough: '2027-03-31' });
    await at('2027-04-01T20:00');
    expect((await termsOf(id))[1]).toMatchObject({ failures: 1, reason: 'insufficient_funds' });
    await at('2027-04-02T10:01');
    expect((await termsOf(id))[1]).toMatchObject({ failures: 2, paid: false });
    await at('2027-04-03T10:01');
    expect(await stateOf(id)).toMatchObject({ state: 'active', paidThrough: '2027-04-30' });
    expect((await termsOf(id))[1]).toMatchObject({ starts: '2027-04-01', paid: true });
    expect(await chargedAtCarriers(rails, phone)).toBe(2);
    expect(await eventsOf(id)).toEqual([
      'created',
      'renewal_upcoming',
      'renewal_failed',
      'renewal_failed',
      'renewed',
    ]);
  });

  test('rolling days that are paid late begin with the payment', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id } = await buy(rails, { period: 'rolling_30', phone: freshPhone('0013') });
    await remind('2027-04-14');
    await at('2027-04-14T10:01');
    await at('2027-04-15T10:01');
    await at('2027-04-16T10:01');
    expect((await termsOf(id))[1]).toMatchObject({
      starts: '2027-04-16',
      ends: '2027-05-15',
      paid: true,
    });
  });

  test('for all four tries ends it: nothing was charged, and the phone leaves the vault', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    await denyCharges(phone, 10);
    await remind('2027-04-01');
    for (const day of ['01', '02', '03', '04', '05']) await at(`2027-04-${day}T10:01`);
    expect(await stateOf(id)).toMatchObject({ state: 'ended', phoneItemId: null });
    expect((await termsOf(id))[1]).toMatchObject({ failures: 4, paid: false });
    expect(await chargedAtCarriers(rails, phone)).toBe(1);
    const { rows } = await pool().query('SELECT state::text FROM orders WHERE id = $1', [
      await secondOrder(id),
    ]);
    expect(rows).toEqual([{ state: 'closed' }]);
    expect((await eventsOf(id)).slice(-2)).toEqual(['renewal_failed', 'ended']);
    await at('2027-05-01T10:01');
    expect(await termsOf(id)).toHaveLength(2);
  });

  test('a window that nobody worked in is over: nothing is charged after it', async () => {
    await clock.setTo('2027-03-15T12:00');
    const { id, phone } = await buy(rails, { period: 'natural_month' });
    await at('2027-04-06T10:01');
    expect((await stateOf(id)).state).toBe('ended');
    expect(await chargedAtCarriers(rails, phone)).toBe(1);
  });
});
