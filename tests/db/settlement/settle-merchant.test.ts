import { describe, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Subject } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { getSettlement } from '@/lib/settlement/get-settlement';
import { listFeeTerms } from '@/lib/settlement/list-fee-terms';
import { listSettlements } from '@/lib/settlement/list-settlements';
import { DEFAULT_TERMS, type FeeCard, type FeeTerms } from '@/lib/settlement/rules';
import { setFeeTerms } from '@/lib/settlement/set-fee-terms';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { payByCard } from '@/tests/support/factories/settleable';

const minor = async (subject: Subject, owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;
const settle = async (merchantId: string, throughDay?: string) =>
  settleMerchant({ merchantId, throughDay: throughDay ?? (await beijingDay()) });

/** A merchant with a payment of ¥68.00 by balance and one of ¥32.00 through the channel. */
async function makePaidMerchant() {
  const { order, merchantId } = await makePayableOrder();
  await payFromBalance(order);
  const other = await makeOrderFor(merchantId, { amountMinor: 3_200n });
  await payByCard(other);
  return merchantId;
}

test('payments by balance and by channel are settled as one entry, less the fee', async () => {
  const merchantId = await makePaidMerchant();
  const income = await minor('fee_income', 'platform');
  const { settlementId, payments } = await settle(merchantId);

  expect(payments).toBe(2);
  expect(await minor('merchant_pending', merchantId)).toBe(0n);
  expect(await minor('merchant_balance', merchantId)).toBe(9_940n);
  expect((await minor('fee_income', 'platform')) - income).toBe(60n);
  expect(await getSettlement(settlementId ?? '')).toMatchObject({
    merchantId,
    throughDay: await beijingDay(),
    payments: 2,
    gross: cny(10_000n),
    fee: cny(60n),
    refunded: cny(0n),
    net: cny(9_940n),
    methods: [
      { method: 'balance', payments: 1, gross: cny(6_800n), fee: cny(41n) },
      { method: 'quickpass', payments: 1, gross: cny(3_200n), fee: cny(19n) },
    ],
  });
  const entries = await db().ledgerEntry.findMany({ where: { businessRef: settlementId ?? '' } });
  expect(entries).toMatchObject([{ event: 'settlement', entryKey: `settlement:${settlementId}` }]);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a payment is settled once, however many settle at the same moment', async () => {
  const merchantId = await makePaidMerchant();
  const answers = await Promise.all(Array.from({ length: 6 }, () => settle(merchantId)));
  expect(answers.map(({ payments }) => payments).sort()).toEqual([0, 0, 0, 0, 0, 2]);
  expect((await settle(merchantId)).settlementId).toBeNull();
  expect((await listSettlements({ merchantId })).settlements).toHaveLength(1);
  expect(await minor('merchant_balance', merchantId)).toBe(9_940n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('what was booked after the day waits for the next settlement', async () => {
  const merchantId = await makePaidMerchant();
  expect(await settle(merchantId, await beijingDay(1))).toMatchObject({ payments: 0 });
  expect(await minor('merchant_pending', merchantId)).toBe(10_000n);
});

test('an order that was not paid, and money that came late, are not settled', async () => {
  const { order, merchantId } = await makePayableOrder();
  await payFromBalance(order);
  const late = await makeAttempt(order, 'superseded');
  await settleOutcome({
    attemptId: late.id,
    outcome: { kind: 'succeeded', channelRef: 'q', amount: order.amount, evidence: {} },
    actor: 'channel',
    cause: 'test',
  });
  await makeOrderFor(merchantId);
  expect(await settle(merchantId)).toMatchObject({ payments: 1, more: false });
  expect(await minor('late_payments', merchantId)).toBe(6_800n);
  expect((await checkBooks()).findings).toEqual([]);
});

describe('agreed terms', () => {
  const free: FeeTerms = { rateMillionths: 0, minimum: cny(0n), cap: null };

  test('hold for their method, and the others keep the default', async () => {
    const merchantId = await makePaidMerchant();
    const terms = { rateMillionths: 10_000, minimum: cny(0n), cap: cny(50n) };
    await setFeeTerms({ merchantId, method: 'balance', terms, actor: 'usr_office' });
    expect(await listFeeTerms(merchantId)).toEqual({
      balance: { any: terms },
      quickpass: { any: DEFAULT_TERMS.quickpass },
      card: { any: DEFAULT_TERMS.card },
      carrier: { any: DEFAULT_TERMS.carrier },
    });
    const { settlementId } = await settle(merchantId);
    expect((await getSettlement(settlementId ?? '')).fee).toEqual(cny(50n + 19n));
    const changes = await db().transition.findMany({
      where: { subjectType: 'fee_terms', subjectId: `${merchantId}:balance` },
    });
    expect(changes).toMatchObject([
      { event: 'agree', actor: 'usr_office', toState: '10000/1000000, 0.00 to 0.50' },
    ]);
  });

  test('of the narrowest kind of card hold for each payment, as the channel named its card', async () => {
    const merchantId = await makePaidMerchant();
    const agree = (card: FeeCard, rateMillionths: number) =>
      setFeeTerms({
        merchantId,
        method: 'quickpass',
        card,
        terms: { ...free, rateMillionths },
        actor: 'usr_office',
      });
    await agree('debit', 10_000);
    await agree('credit', 20_000);
    for (const cardType of ['debit', 'credit', 'semi_credit', 'debit_credit', 'unknown'] as const) {
      await payByCard(await makeOrderFor(merchantId, { amountMinor: 10_000n }), cardType);
    }
    const { settlementId, payments } = await settle(merchantId);
    expect(payments).toBe(7);
    // ¥68.00 by balance and ¥32.00 by an unnamed card at the default 0.6 %, as the last two.
    expect((await getSettlement(settlementId ?? '')).fee).toEqual(
      cny(41n + 19n + 100n + 200n + 200n + 60n + 60n),
    );
    await agree('any', 0);
    expect(Object.keys((await listFeeTerms(merchantId)).quickpass).sort()).toEqual([
      'any',
      'credit',
      'debit',
    ]);
    const changes = await db().transition.findMany({
      where: { subjectType: 'fee_terms', subjectId: `${merchantId}:quickpass:credit` },
    });
    expect(changes).toMatchObject([
      { fromState: '6000/1000000, 0.00 to any', toState: '20000/1000000, 0.00 to any' },
    ]);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test('without a fee leave no line for it', async () => {
    const { order, merchantId } = await makePayableOrder();
    await payFromBalance(order);
    await setFeeTerms({ merchantId, method: 'balance', terms: free, actor: 'usr_office' });
    const { settlementId } = await settle(merchantId);
    expect(await subjectsOf(settlementId)).toEqual(['merchant_balance', 'merchant_pending']);
    expect(await minor('merchant_balance', merchantId)).toBe(6_800n);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test('that take all of it leave the merchant no line', async () => {
    const { order, merchantId } = await makePayableOrder();
    await payFromBalance(order);
    const all = { ...free, minimum: cny(1_000_000n) };
    await setFeeTerms({ merchantId, method: 'balance', terms: all, actor: 'usr_office' });
    const { settlementId } = await settle(merchantId);
    expect(await subjectsOf(settlementId)).toEqual(['fee_income', 'merchant_pending']);
    expect(await minor('merchant_balance', merchantId)).toBe(0n);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test('that make no sense are refused and change nothing', async () => {
    const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
    const capped = { rateMillionths: 1, minimum: cny(2n), cap: cny(1n) };
    const agree = (id: string, terms = free) =>
      setFeeTerms({ merchantId: id, method: 'balance', terms, actor: 'usr_office' });
    await expect(agree(merchantId, capped)).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(agree('mer_nobody')).rejects.toMatchObject({ code: 'not_found' });
    const byCard = { merchantId, method: 'balance', card: 'debit', terms: free } as const;
    await expect(setFeeTerms({ ...byCard, actor: 'usr_office' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect((await listFeeTerms(merchantId)).balance).toEqual({ any: DEFAULT_TERMS.balance });
  });

  async function subjectsOf(settlementId: string | null) {
    const entry = await db().ledgerEntry.findUniqueOrThrow({
      where: { entryKey: `settlement:${settlementId}` },
    });
    const lines = await db().ledgerLine.findMany({ where: { entryId: entry.id } });
    return lines.map(({ accountId }) => accountId.split(':')[0]).sort();
  }
});

test('settlements are listed newest first, page by page', async () => {
  const { order, merchantId } = await makePayableOrder({ balanceMinor: 50_000n });
  await payFromBalance(order);
  const made = [(await settle(merchantId)).settlementId];
  for (let i = 0; i < 2; i += 1) {
    await payFromBalance(await makeOrderFor(merchantId));
    made.unshift((await settle(merchantId)).settlementId);
  }
  const first = await listSettlements({ merchantId, limit: 2 });
  const rest = await listSettlements({ merchantId, limit: 2, before: first.next ?? undefined });
  const ids = [...first.settlements, ...rest.settlements].map(({ id }) => id);
  expect(ids).toEqual(made);
  expect(rest.next).toBeNull();
  await expect(getSettlement('stl_nobody')).rejects.toMatchObject({ code: 'not_found' });
});
