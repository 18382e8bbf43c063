import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { getLimits } from '@/lib/merchants/get-limits';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { setLatePolicy } from '@/lib/merchants/set-late-policy';
import { setLimits } from '@/lib/merchants/set-limits';
import { setMethods } from '@/lib/merchants/set-methods';
import { setOwnReturnOrigins } from '@/lib/merchants/set-own-return-origins';
import { cny } from '@/lib/money/money';
import { anyMember } from '@/tests/support/any-member';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeOrderFor } from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

const NONE = { orderLeast: null, orderMost: null, dayMost: null };
const changesOf = async (merchantId: string) =>
  (await db().merchantChange.findMany({ where: { merchantId }, orderBy: { id: 'asc' } })).map(
    ({ subject, fromValue, toValue, actor }) => [subject, fromValue, toValue, actor],
  );

test('an owner’s settings hold for their merchant alone, each change on record once; nobody else may', async () => {
  const [{ id: merchantId }, other] = [await seedMerchant(), await seedMerchant()];
  const by = anyMember(merchantId);
  for (let press = 0; press < 2; press += 1) {
    await setMethods({ by, shown: ['card', 'balance'] });
    await setLimits({ by, ...NONE, orderMost: cny(500n) });
    await setLatePolicy({ by, latePaymentPolicy: 'hold' });
    await setOwnReturnOrigins({ by, returnOrigins: ['https://a.example', 'https://a.example'] });
  }
  expect(await getMerchant(merchantId)).toMatchObject({
    methodOrder: ['card', 'balance'],
    hiddenMethods: ['quickpass', 'carrier'],
    latePaymentPolicy: 'hold',
    returnOrigins: ['https://a.example'],
  });
  expect(await changesOf(merchantId)).toEqual([
    ['methods', '', 'card balance -carrier -quickpass', by.id],
    ['limits', '- - -', '- 500 -', by.id],
    ['late_payment_policy', 'refund', 'hold', by.id],
    ['return_origins', 'https://shop.example', 'https://a.example', by.id],
  ]);
  expect(await getMerchant(other.id)).toMatchObject({ methodOrder: [], hiddenMethods: [] });
  const finance = anyMember(merchantId, 'usr_finance', 'finance');
  for (const work of [
    setMethods({ by: finance, shown: ['card'] }),
    setLimits({ by: finance, ...NONE }),
    setLatePolicy({ by: finance, latePaymentPolicy: 'accept' }),
    setOwnReturnOrigins({ by: finance, returnOrigins: [] }),
  ]) {
    expect(await refusalCode(work)).toBe('not_permitted');
  }
});

test('no settings under which nothing could be paid', async () => {
  const { id: merchantId } = await seedMerchant();
  const by = anyMember(merchantId);
  expect(await refusalCode(setMethods({ by, shown: [] }))).toBe('methods_none');
  const upside = { ...NONE, orderLeast: cny(500n), orderMost: cny(499n) };
  expect(await refusalCode(setLimits({ by, ...upside }))).toBe('limits_empty');
  expect(await refusalCode(setLimits({ by, ...NONE, orderLeast: cny(0n) }))).toBe('limits_empty');
  expect(await getLimits(merchantId)).toEqual(NONE);
  expect(await changesOf(merchantId)).toEqual([]);
});

test('an order keeps to its merchant’s limits, and orders of the same moment to the day’s together', async () => {
  const { id: merchantId } = await seedMerchant();
  const order = (amountMinor: bigint) => refusalCode(makeOrderFor(merchantId, { amountMinor }));
  await setLimits({
    by: anyMember(merchantId),
    ...{ orderLeast: cny(100n), orderMost: cny(500n), dayMost: cny(1_000n) },
  });
  expect(await order(99n)).toBe('order_below_limit');
  expect(await order(501n)).toBe('order_above_limit');
  const answers = await Promise.all(Array.from({ length: 5 }, () => order(300n)));
  expect(answers.toSorted()).toEqual([
    ...['day_limit_reached', 'day_limit_reached', 'fine', 'fine', 'fine'],
  ]);
  expect(await order(100n)).toBe('fine');
  expect(await order(100n)).toBe('day_limit_reached');
  // What can no longer be paid makes room again.
  await db().order.updateMany({
    where: { merchantId, amountMinor: 100n },
    data: { state: 'closed' },
  });
  expect(await order(100n)).toBe('fine');
});
