import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeAccount } from '@/lib/ledger/close-account';
import { closeDay } from '@/lib/ledger/close-day';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { sweepSettlements } from '@/lib/settlement/sweep-settlements';
import { beijingDay, letADayPass } from '@/tests/support/factories/let-a-day-pass';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';

const pending = async (owner: string) =>
  (await balanceOf({ subject: 'merchant_pending', owner })).amountMinor;

/** A merchant with so many payments of ¥68.00. */
async function makePaidMerchant(payments = 1): Promise<string> {
  const { order, merchantId } = await makePayableOrder({ balanceMinor: 100_000n });
  await payFromBalance(order);
  for (let made = 1; made < payments; made += 1) {
    await payFromBalance(await makeOrderFor(merchantId));
  }
  return merchantId;
}

test('payments are settled on the next day, and not before', async () => {
  const merchantId = await makePaidMerchant();
  expect(await sweepSettlements()).toBe(0);
  expect(await pending(merchantId)).toBe(6_800n);
  await letADayPass();
  const swept = await Promise.all([sweepSettlements(), sweepSettlements()]);
  expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await pending(merchantId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a merchant who cannot be settled keeps nobody else waiting', async () => {
  const [closed, other] = [await makePaidMerchant(), await makePaidMerchant()];
  const account = { subject: 'merchant_balance', owner: closed } as const;
  await inTransaction((tx) => closeAccount(tx, { account, actor: 'usr_office', cause: 'test' }));
  await letADayPass();
  expect(await sweepSettlements()).toBe(1);
  expect(await pending(closed)).toBe(6_800n);
  expect(await pending(other)).toBe(0n);
  expect(await db().settlement.count({ where: { merchantId: closed } })).toBe(0);
  expect((await checkBooks()).findings).toEqual([]);
});

test('more payments than one settlement takes are settled by the next one', async () => {
  const merchantId = await makePaidMerchant(3);
  const throughDay = await beijingDay();
  const settle = () => settleMerchant({ merchantId, throughDay, most: 2 });
  expect(await settle()).toMatchObject({ payments: 2, more: true });
  expect(await settle()).toMatchObject({ payments: 1, more: false });
  expect(await pending(merchantId)).toBe(0n);
});

test('a closed day that was settled in full is not looked at again, and what follows is settled', async () => {
  const merchantId = await makePaidMerchant(2);
  await letADayPass();
  const [today, yesterday] = [await beijingDay(), await beijingDay(1)];
  const settle = (throughDay: string, most?: number) =>
    settleMerchant({ merchantId, throughDay, ...(most ? { most } : {}) });

  await settle(yesterday, 1);
  await closeDay({ day: yesterday, actor: 'usr_office' });
  await settle(yesterday);
  await payFromBalance(await makeOrderFor(merchantId));
  expect(await settle(yesterday)).toMatchObject({ payments: 0 });
  expect(await settle(today)).toMatchObject({ payments: 1 });

  const rows = await db().settlement.findMany({ where: { merchantId }, orderBy: { id: 'asc' } });
  expect(rows.map(({ exhaustive }) => exhaustive)).toEqual([false, true, false]);
  expect(await pending(merchantId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});
