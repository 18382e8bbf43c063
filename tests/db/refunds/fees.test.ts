import { afterEach, expect, test } from 'vitest';
import { pool, type Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { postEntry } from '@/lib/ledger/post-entry';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import type { Refund } from '@/lib/refunds/refund';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { askForRefund, decideRefund, payByCard } from '@/tests/support/factories/settleable';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const settle = async (merchantId: string) =>
  settleMerchant({ merchantId, throughDay: await beijingDay() });
const account = async (owner: string) =>
  (await balanceOf({ subject: 'merchant_balance', owner })).amountMinor;

/** A merchant with one payment of ¥100.01 (fee ¥0.60), whose fee is given back with refunds or not. */
async function makeMerchant(refundFee: 'kept' | 'returned') {
  const { merchantId } = await makePayableOrder({ balanceMinor: 0n });
  await pool().query('UPDATE merchants SET refund_fee = $2::refund_fee WHERE id = $1', [
    merchantId,
    refundFee,
  ]);
  const order = await makeOrderFor(merchantId, { amountMinor: 10_001n });
  await payByCard(order);
  return { merchantId, order };
}

test('of a settled payment the fee goes back in parts with its refunds, the last one takes the rest, and each once', async () => {
  const { merchantId, order } = await makeMerchant('returned');
  await settle(merchantId);
  expect(await account(merchantId)).toBe(9_941n);
  const other = await makeOrderFor(merchantId, { amountMinor: 20_000n });
  await payByCard(other);
  const third = await askForRefund(order, 3_333n);
  await decideRefund(third, 'succeeded');
  await decideRefund(third, 'succeeded');
  expect(await account(merchantId)).toBe(9_941n + 19n);
  await decideRefund(await askForRefund(order, 1_000n), 'failed');
  await decideRefund(await askForRefund(order), 'succeeded');
  expect(await account(merchantId)).toBe(9_941n + 60n);
});

test('of a payment that is settled after its refund, no fee is charged for what went back', async () => {
  const { merchantId, order } = await makeMerchant('returned');
  await decideRefund(await askForRefund(order, 5_001n), 'succeeded');
  const underWay = await askForRefund(order, 1_000n);
  await settle(merchantId);
  // 0.6 % of the ¥50.00 that had not gone back then.
  expect(await account(merchantId)).toBe(4_000n - 30n);
  await decideRefund(underWay, 'succeeded');
  expect(await account(merchantId)).toBe(4_000n - 30n + 6n);
});

/** Carried on by transfer; paid for out of refunds payable and sent back by the bank, as its case does. */
async function transferOf(refund: Refund, code?: string) {
  if (code) await decideRefund(refund, 'failed', code);
  const { rows } = await pool().query<{ id: string }>(`SELECT refund_end($1) AS id`, [refund.id]);
  const refundId = String(rows[0]?.id);
  let entryKey = '';
  const settleAs = (tx: Tx, event: 'succeed' | 'reopen') =>
    settleTransfer(tx, { refundId, event, cause: 'test', actor: 'bank' });
  const { amount, channel } = refund;
  return {
    arrive: () =>
      inTransaction(async (tx) => {
        entryKey = `test-paid:${newSortableNumber()}`;
        const entry = { entryKey, businessRef: refundId, amount, channel };
        await postEntry(tx, { ...entry, event: 'refund_unclaimed' });
        await settleAs(tx, 'succeed');
      }),
    bounce: () =>
      inTransaction(async (tx) => {
        await reverseEntry(tx, { entryKey, actor: 'bank', cause: 'test' });
        await settleAs(tx, 'reopen');
      }),
  };
}

test('a transfer that the bank sends back has not taken the fee along; paid again beside another refund, all adds up', async () => {
  const { merchantId, order } = await makeMerchant('returned');
  await settle(merchantId);
  const first = await transferOf(await askForRefund(order, 5_000n), '63');
  await first.arrive();
  expect(await account(merchantId)).toBe(9_941n - 5_000n + 29n);
  await first.bounce();
  expect(await account(merchantId)).toBe(9_941n - 5_000n);
  const second = await transferOf(await askForRefund(order, 2_000n));
  await second.arrive();
  await first.arrive();
  await first.bounce();
  await first.arrive();
  expect(await account(merchantId)).toBe(9_941n - 7_000n + 41n);
});

test('a fee that its merchant cannot give again stays there, and the refund bounces and arrives all the same', async () => {
  const { merchantId, order } = await makeMerchant('returned');
  await settle(merchantId);
  const first = await transferOf(await askForRefund(order, 5_000n), '63');
  await first.arrive();
  await inTransaction((tx) =>
    freezeAccount(tx, {
      account: { subject: 'merchant_balance', owner: merchantId },
      actor: 'usr_office',
      cause: 'court order',
    }),
  );
  await first.bounce();
  await first.arrive();
  expect(await account(merchantId)).toBe(9_941n - 5_000n + 29n);
});

test('where it is kept, nothing goes back', async () => {
  const { merchantId, order } = await makeMerchant('kept');
  await decideRefund(await askForRefund(order, 5_001n), 'succeeded');
  await settle(merchantId);
  expect(await account(merchantId)).toBe(5_000n - 60n);
});
