import { beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { STAFF_ROLES, type StaffActor } from '@/lib/core/staff-permissions';
import { findOrders } from '@/lib/support/find-orders';
import { readSearch } from '@/lib/support/read-search';
import type { OrderSearch } from '@/lib/support/search-rules';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { makeStaff } from '@/tests/support/make-staff';
import {
  byBoundCard,
  byPhoneOfOrder,
  bySignedIn,
  onPhoneBill,
  paidAt,
  someAmount,
  someTail,
  tried,
  writeAlone,
} from '@/tests/support/office-search-scene';
import { refusalCode } from '@/tests/support/refusal-code';

let by: StaffActor;
let merchantId: string;
beforeAll(async () => {
  by = await makeStaff('agent');
  ({ merchantId } = await makePayableOrder());
});

const find = async (search: OrderSearch, more: { before?: string; limit?: number } = {}) =>
  (await findOrders({ ...search, ...more, by })).orders.map(({ id }) => id);
const paidByBalance = async (amountMinor: bigint) =>
  payFromBalance((await makePayableOrder({ amountMinor, balanceMinor: amountMinor })).order);
const digits = () => `9${newSortableNumber().replace(/\D/g, '').padEnd(20, '7')}`.slice(0, 21);

test('an order is found by every number that anybody could quote of it, and by no part of one', async () => {
  const [tn, channelRef] = [digits(), `R${digits()}`];
  const order = await tried(merchantId, { tn, channel_ref: channelRef });
  const { rows } = await pool().query(
    'SELECT id, channel_order_no AS no FROM attempts WHERE order_id = $1',
    [order.id],
  );
  const refundId = newId('ref');
  const refund = {
    no: newSortableNumber(),
    ref: `B${digits()}`,
    merchantNo: `A-${newSortableNumber()}`,
  };
  await writeAlone(
    `INSERT INTO refunds (id, merchant_id, order_id, attempt_id, cause, channel, amount_minor, currency, state,
                          channel_order_no, channel_ref, merchant_refund_no, requested_at)
     VALUES ($1, $2, $3, $4, 'requested', 'unionpay', 1, 'CNY', 'declined', $5, $6, $7, now())`,
    [refundId, merchantId, order.id, rows[0].id, refund.no, refund.ref, refund.merchantNo],
  );
  const numbers = {
    ...{ tn, channelRef, id: order.id, no: order.merchantOrderNo, attempt: rows[0].id },
    ...{ ours: rows[0].no, refundId, refundNo: refund.no, refundRef: refund.ref },
    merchantRefundNo: refund.merchantNo,
  };
  for (const [name, number] of Object.entries(numbers)) {
    expect([name, await find({ number })]).toEqual([name, [order.id]]);
    expect([name, await find({ number: number.slice(0, -1) })]).toEqual([name, []]);
  }
});

test('a payout’s bank reference finds the order whose refund it paid', async () => {
  const order = await tried(merchantId);
  const [payoutId, caseId, ref] = [newId('pyt'), `rcs_${newSortableNumber()}`, `P${digits()}`];
  await writeAlone(
    `INSERT INTO payouts (id, channel, channel_order_no, subject_code, owner_id, bank_card_id, amount_minor,
                          currency, state, requested_by, request_key, requested_at, channel_ref)
     VALUES ($1, 'unionpay', $2, 'customer_balance', 'cus', 'crd', 1, 'CNY', 'failed', 'x', 'case:' || $4::text || ':1', now(), $3)`,
    [payoutId, newSortableNumber(), ref, caseId],
  );
  await writeAlone(
    `INSERT INTO refund_cases (id, refund_id, order_id, merchant_id, attempt_id, channel, amount_minor, currency,
                               cause, expires_at)
     VALUES ($1, $1, $2, $3, 'att', 'unionpay', 1, 'CNY', 'card_invalid', now())`,
    [caseId, order.id, merchantId],
  );
  for (const number of [ref, payoutId, caseId]) expect(await find({ number })).toEqual([order.id]);
  const [found] = (await findOrders({ number: ref, by })).orders;
  expect(found).toMatchObject({ refund: 'case', merchantOrderNo: order.merchantOrderNo });
});

test('the amount with the minute finds what was begun, or paid, within two minutes of it', async () => {
  // A shopper may pay so much from a balance without another code.
  const amountMinor = 50_000n + (someAmount() % 40_000n);
  const minute = new Date('2026-03-01T10:03:00Z');
  const at = (minutes: number) => new Date(minute.getTime() + minutes * 60_000);
  const begun = await tried(merchantId, { amountMinor, created_at: at(2) });
  const long = await paidByBalance(amountMinor);
  await paidAt(long, at(-20), at(-2));
  const undecided = await tried(merchantId, { amountMinor, created_at: at(-20), state: 'unknown' });
  await paidAt(await paidByBalance(amountMinor), at(-20), at(-15));
  await tried(merchantId, { amountMinor, created_at: at(4) });
  await tried(merchantId, { amountMinor: amountMinor + 1n, created_at: at(0) });
  expect((await find({ amountMinor, minute })).sort()).toEqual(
    [begun.id, long.id, undecided.id].sort(),
  );
  expect((await find({ amountMinor, day: '2026-03-01' })).length).toBe(5);
  expect(await find({ amountMinor, day: '2026-03-02' })).toEqual([]);
});

test('of a mixed payment both the whole and what the bank shows are found; beside a number an amount adds nothing', async () => {
  const [part, balance] = [someAmount(), 77n];
  const order = await tried(merchantId, {
    amountMinor: part,
    balanceMinor: balance,
    state: 'failed',
  });
  expect(await find({ amountMinor: part })).toEqual([order.id]);
  expect(await find({ amountMinor: part + balance })).toEqual([order.id]);
  const other = await tried(merchantId);
  const { merchantOrderNo: number } = other;
  expect(await find({ amountMinor: part, number })).toEqual([other.id]);
});

test('the tail of a phone finds bills, signed-in payers, guests whose phone came with the order and the cards’ own phones, whoever they pay', async () => {
  const phoneTail = someTail();
  const other = (await makePayableOrder()).merchantId;
  const [bill, signedIn, card, guest, none] = [
    await tried(merchantId),
    await tried(merchantId),
    await tried(other),
    await tried(merchantId),
    await tried(merchantId),
  ];
  await onPhoneBill(bill, phoneTail);
  await bySignedIn(signedIn, phoneTail);
  await byBoundCard(card, { phoneTail });
  await byPhoneOfOrder(guest, phoneTail);
  expect(await find({ phoneTail })).toEqual([guest.id, card.id, signedIn.id, bill.id]);
  expect(await find({ phoneTail, amountMinor: signedIn.amount.amountMinor })).toEqual([
    signedIn.id,
  ]);
  expect(await find({ phoneTail, amountMinor: none.amount.amountMinor })).toEqual([]);
  expect(await find({ phoneTail, day: '2020-01-01' })).toEqual([]);
});

test('the tail of a card finds bound cards and cards that the channel named; both tails have to fit', async () => {
  const [cardTail, phoneTail] = [someTail(), someTail()];
  const bound = await tried(merchantId);
  const agreementId = await byBoundCard(bound, { cardTail, phoneTail });
  const named = await tried(merchantId, { evidence: { payCardNo: `****${cardTail}` } });
  expect(await find({ cardTail })).toEqual([named.id, bound.id]);
  expect(await find({ cardTail, phoneTail })).toEqual([bound.id]);
  expect(await find({ tail: phoneTail })).toEqual([bound.id]);
  expect(await find({ number: agreementId })).toEqual([bound.id]);
});

test('pages follow one another, newest first, without a gap or a repeat', async () => {
  const amountMinor = someAmount();
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1)
    made.unshift((await tried(merchantId, { amountMinor })).id);
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const { orders, next } = await findOrders({ amountMinor, by, before, limit: 2 });
    seen.push(...orders.map(({ id }) => id));
    before = next ?? undefined;
  } while (before);
  expect(seen).toEqual(made);
});

test('without a word the latest orders are shown, also those that nobody tried to pay; a time alone is too little', async () => {
  const order = await makeOrderFor(merchantId);
  const { orders, next } = await findOrders({ by, limit: 200 });
  expect(orders).toContainEqual(
    expect.objectContaining({ id: order.id, payment: null, refund: 'none' }),
  );
  expect(next === null || next.startsWith('ord_')).toBe(true);
  expect(await findOrders({ day: '2026-03-01', by })).toEqual({
    orders: [],
    next: null,
    tooVague: true,
  });
});

test('what no number looks like finds nothing, whatever it would mean to a database', async () => {
  for (const number of ['%', '_', "' OR 1=1 --"]) expect(await find({ number })).toEqual([]);
});

test('a phone or a card gets into no address whole, but a number that we know does', async () => {
  const known = `139${String(someAmount()).padEnd(8, '1').slice(0, 8)}`;
  const order = await tried(merchantId, { tn: known });
  const read = async (q: string) => {
    const typed = { q, amount: '', at: '', phone: '', card: '' };
    const { amount: _, at: __, ...search } = await readSearch({ typed, by });
    return search;
  };
  expect(await read('138 0013 8000')).toEqual({ q: '', phone: '8000', card: '' });
  expect(await read('6225 8800 0000 4821')).toEqual({ q: '', phone: '', card: '4821' });
  expect(await read('6225880000004822')).toEqual({ q: '6225880000004822', phone: '', card: '' });
  expect(await read(known)).toEqual({ q: known, phone: '', card: '' });
  expect(await find({ number: known })).toEqual([order.id]);
});

test('every role of the office may look, and a role that is none may not', async () => {
  for (const role of STAFF_ROLES)
    await findOrders({ number: 'x', by: { id: 'usr_1', staffRole: role } });
  const nobody = { id: 'usr_1', staffRole: 'shopper' } as unknown as StaffActor;
  expect(await refusalCode(findOrders({ number: 'x', by: nobody }))).toBe('not_permitted');
});
