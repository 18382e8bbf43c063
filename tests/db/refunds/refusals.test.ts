import { afterEach, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { adviseRefund } from '@/lib/refunds/advise-refund';
import { endHeldRefund } from '@/lib/refunds/end-held-refund';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { placeRefund } from '@/lib/refunds/place-refund';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { settleRefundOutcome } from '@/lib/refunds/settle-refund-outcome';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { answerOf } from '@/tests/support/factories/ledger';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import {
  balanceMinor,
  casesAskedFor,
  clearingDayBegan,
  learnedAt,
  makePaidByUnionPay,
  makePaidTheDayBefore,
  type PaidByUnionPay,
  refundsOf,
  untilDecided,
} from '@/tests/support/paid-by-unionpay';
import { askRefund } from '@/tests/support/refund-case-scene';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

type Paid = PaidByUnionPay;
const makePaid = (amountMinor: bigint) => makePaidTheDayBefore(rail, amountMinor);

const refuse = (amountMinor: bigint, respCode: string, outcome = 'refuse') =>
  rail.ask('script', {
    match: { amount: String(amountMinor), kind: 'refund' },
    behaviour: { outcome, respCode },
    times: 1,
  });

/** Paid on this clearing day, so that all of it is undone. */
async function makePaidToday(amountMinor: bigint): Promise<Paid> {
  const paid = await makePaidByUnionPay(rail, amountMinor);
  const learned = Math.max(clearingDayBegan().getTime(), Date.now() - 1_000);
  await learnedAt(paid.attempt.id, new Date(learned));
  return paid;
}

const refuseUndo = (amountMinor: bigint, respCode: string) =>
  rail.ask('script', {
    match: { amount: String(amountMinor), kind: 'undo' },
    behaviour: { outcome: 'refuse', respCode },
    times: 1,
  });

const statesOf = async ({ orderId }: Paid) =>
  (await refundsOf(orderId)).map(({ route, state }) => `${route} ${state}`);

const rowOf = (id: string) => db().refund.findUniqueOrThrow({ where: { id } });

describe('a code that may mean that the money has gone back already', () => {
  const makeHeld = async (respCode: string, amountMinor: bigint, outcome?: string) => {
    const paid = await makePaid(amountMinor + 1_000n);
    await refuse(amountMinor, respCode, outcome);
    const { id: refundId } = await askRefund(paid, amountMinor);
    while ((await rowOf(refundId)).state !== 'unknown') await resolveRefund({ refundId });
    return { paid, refundId };
  };

  test.each([
    ['35', 3_351n, 'refuse'],
    ['36', 3_361n, 'refuse'],
    ['45', 3_451n, 'refuse'],
    ['62', 3_621n, 'refuse'],
    ['45', 3_452n, 'decline'],
  ])(
    '%s is held as unknown, and never diverted, failed or sent again (%s, %s)',
    async (code, amount, outcome) => {
      const { paid, refundId } = await makeHeld(code, amount, outcome);
      await pool().query(`UPDATE refunds SET sent_at = sent_at - interval '1 hour' WHERE id = $1`, [
        refundId,
      ]);
      // Time passes and the channel knows nothing of it any more.
      for (let asked = 0; asked < 3; asked += 1) await resolveRefund({ refundId });
      const held = await rowOf(refundId);
      expect(held).toMatchObject({ state: 'unknown', channelCode: code });
      expect(held.evidence).toMatchObject({
        original: 'succeeded',
        originalFen: String(amount + 1_000n),
        refundedFen: '0',
      });
      expect(await statesOf(paid)).toEqual(['refund unknown']);
      expect(await casesAskedFor(refundId)).toBe(0);
      expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(1_000n);
      // Nor is another refund of the payment begun meanwhile.
      expect(await answerOf(askRefund(paid, 1n))).toBe('refund_in_doubt');
      const { merchantId, orderId } = paid;
      expect(await adviseRefund({ merchantId, orderId })).toMatchObject({
        code: 'refund_in_doubt',
      });
    },
  );

  test('a later word that the card is gone does not divert what is held', async () => {
    const { paid, refundId } = await makeHeld('45', 3_453n);
    await settleRefundOutcome({
      refundId,
      outcome: { kind: 'failed', reason: 'card_invalid', code: '63', evidence: {} },
      cause: 'test',
    });
    expect(await statesOf(paid)).toEqual(['refund unknown']);
    expect(await rowOf(refundId)).toMatchObject({ channelCode: '45' });
  });

  test('a person ends it, who may, once and on record', async () => {
    const finance = await makeStaff('finance');
    const agent = await makeStaff('agent');
    const { paid, refundId } = await makeHeld('45', 3_454n);
    const end = async (by: typeof agent, as: 'succeeded' | 'failed', code?: string) =>
      endHeldRefund({
        ...{ refundId, as, by, why: '银联对账确认未退' },
        code: code ?? (await staffCode(by.id)),
      });
    expect(await answerOf(end(agent, 'failed'))).toBe('not_permitted');
    expect(await answerOf(end(finance, 'failed', '000000'))).toBe('totp_wrong');
    await end(finance, 'failed');
    expect(await answerOf(end(finance, 'succeeded'))).toBe('refund_not_held');
    expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(4_454n);
    const { rows } = await pool().query(
      `SELECT actor_id, action, why, after->>'state' AS state FROM audit_rows WHERE subject_id = $1`,
      [refundId],
    );
    expect(rows).toEqual([
      { actor_id: finance.id, action: 'inquiry.decide', why: '银联对账确认未退', state: 'failed' },
    ]);

    const other = await makeHeld('36', 3_455n);
    await endAs('succeeded', other.refundId, finance);
    expect(await statesOf(other.paid)).toEqual(['refund succeeded']);
  });

  const endAs = async (
    as: 'succeeded' | 'failed',
    refundId: string,
    by: Awaited<ReturnType<typeof makeStaff>>,
  ) => endHeldRefund({ refundId, as, by, why: '已核对', code: await staffCode(by.id) });

  test('however a person ends it, nothing of that payment ever goes by transfer', async () => {
    const finance = await makeStaff('finance');
    const { paid, refundId } = await makeHeld('45', 3_456n);
    await endAs('failed', refundId, finance);
    await refuse(3_457n, '63');
    const again = await askRefund(paid, 3_457n);
    expect(await statesOf(paid)).toEqual(['refund failed', 'refund unknown']);
    expect(await rowOf(again.id)).toMatchObject({ channelCode: '45' });
    await endAs('failed', again.id, finance);
    await learnedAt(paid.attempt.id, new Date(Date.now() - 340 * 86_400_000));
    expect(await answerOf(askRefund(paid, 100n))).toBe('refund_may_be_back');
    const { merchantId, orderId } = paid;
    expect(await adviseRefund({ merchantId, orderId })).toMatchObject({
      code: 'refund_may_be_back',
    });
  });

  test.each([
    ['36', 3_461n, 'undo unknown', '36'],
    ['62', 3_462n, 'undo unknown', '62'],
    // A refund is tried, since the day may have just ended; that one's refusal leads nowhere, either.
    ['35', 3_463n, 'undo failed, refund unknown', '35'],
  ])('an undo refused with %s leads to no case', async (code, amount, states, heldFor) => {
    const paid = await makePaidToday(amount);
    await refuseUndo(amount, code);
    await refuse(amount, '63');
    const asked = await askRefund(paid, amount);
    const rows = await refundsOf(paid.orderId);
    for (const { id } of rows) await resolveRefund({ refundId: id });
    expect((await statesOf(paid)).join(', ')).toBe(states);
    expect(await rowOf(rows.at(-1)?.id ?? '')).toMatchObject({ channelCode: heldFor });
    expect(await listRefunds({ orderId: paid.orderId })).toMatchObject([
      { id: asked.id, state: 'unknown' },
    ]);
  });
});

describe('a code that says the card is gone', () => {
  test.each([
    ['61', 'card_invalid', 3_611n, 'refuse'],
    ['63', 'account_closed', 3_631n, 'refuse'],
    ['63', 'account_closed', 3_632n, 'decline'],
  ])(
    '%s diverts the refund, once, and locks the way it came (%s, %s, %s)',
    async (code, cause, amount, outcome) => {
      const paid = await makePaid(amount + 1_000n);
      await refuse(amount, code, outcome);
      const asked = await askRefund(paid, amount);
      await untilDecided(paid.orderId);
      await resolveRefund({ refundId: asked.id });
      const [refused, transfer] = await refundsOf(paid.orderId);
      expect(await statesOf(paid)).toEqual(['refund failed', 'transfer diverted']);
      expect(await rowOf(transfer?.id ?? '')).toMatchObject({
        replacesId: refused?.id,
        divertCause: cause,
        channelCode: code,
      });
      expect(await casesAskedFor(transfer?.id ?? '')).toBe(1);
      // The money stays set aside, and the merchant sees one refund that is under way.
      expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(1_000n);
      expect(await listRefunds({ orderId: paid.orderId })).toMatchObject([
        { id: asked.id, state: 'diverted', route: 'transfer', amount: cny(amount) },
      ]);
      const { merchantId, orderId } = paid;
      expect(await adviseRefund({ merchantId, orderId })).toMatchObject({ kind: 'person', cause });
      expect(await askRefund(paid, 400n)).toMatchObject({
        ...{ state: 'diverted', route: 'transfer', divertCause: cause, channelCode: code },
      });
      expect(await answerOf(askRefund(paid, 601n))).toBe('refund_exceeds_payment');
    },
  );

  test('an undo, a refund in its place and a transfer in its place are one refund; ended, the merchant has it again', async () => {
    const paid = await makePaidToday(3_633n);
    await refuseUndo(3_633n, '30');
    await refuse(3_633n, '63');
    const asked = await askRefund(paid, 3_633n);
    const rows = await untilDecided(paid.orderId);
    expect(await statesOf(paid)).toEqual(['undo failed', 'refund failed', 'transfer diverted']);
    expect(await listRefunds({ orderId: paid.orderId })).toMatchObject([
      { id: asked.id, state: 'diverted' },
    ]);
    const refundId = rows[2]?.id ?? '';
    const end = () =>
      inTransaction((tx) =>
        settleTransfer(tx, { refundId, event: 'fail', cause: 'unclaimed', actor: 'system' }),
      );
    await end();
    await end();
    expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(3_633n);
    const { rows: told } = await pool().query(
      `SELECT topic, subject_id FROM outbox_events WHERE merchant_id = $1 AND topic LIKE 'refund.%'`,
      [paid.merchantId],
    );
    expect(told).toEqual([{ topic: 'refund.failed', subject_id: asked.id }]);
  });

  test('one of the payment that the channel never got is not sent the locked way, but diverted, too', async () => {
    const paid = await makePaid(3_650n);
    const { merchantId, orderId } = paid;
    const lost = await inTransaction((tx) =>
      placeRefund(tx, {
        ...{ merchantId, orderId, actor: 'merchant', merchantRefundNo: newSortableNumber() },
        amount: cny(1_000n),
      }),
    );
    await refuse(2_634n, '63');
    await askRefund(paid, 2_634n);
    const refundId = lost.refund.id;
    await pool().query(`UPDATE refunds SET sent_at = sent_at - interval '1 hour' WHERE id = $1`, [
      refundId,
    ]);
    await resolveRefund({ refundId });
    expect(await statesOf(paid)).toEqual([
      ...['refund failed', 'refund failed', 'transfer diverted', 'transfer diverted'],
    ]);
    const transfer = (await refundsOf(orderId)).find((row) => row.replaces_id === refundId);
    expect(await casesAskedFor(transfer?.id ?? '')).toBe(1);
    expect(await balanceMinor('merchant_pending', merchantId)).toBe(16n);
  });
});
