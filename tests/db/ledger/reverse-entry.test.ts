import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { getEntry } from '@/lib/ledger/get-entry';
import { listEntries } from '@/lib/ledger/list-entries';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import {
  answerOf,
  balanceMinor,
  findings,
  fundedCustomer,
  payment,
  post,
} from '@/tests/support/factories/ledger';

const reverse = (entryKey: string) =>
  answerOf(
    inTransaction((tx) => reverseEntry(tx, { entryKey, actor: 'usr_1', cause: 'booked twice' })),
  );

test('an entry is taken back once, by its mirror image', async () => {
  const customerId = await fundedCustomer(100n);
  const event = payment(customerId, 30n, newId('mer'));
  await post(event);
  const answers = await Promise.all(Array.from({ length: 5 }, () => reverse(event.entryKey)));
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'repeated')).toHaveLength(4);
  expect(await balanceMinor(customerId)).toBe(100n);

  const { entries } = await listEntries({ businessRef: event.businessRef });
  const [reversal, original] = entries;
  expect(reversal).toMatchObject({
    entryKey: `reversal:${event.entryKey}`,
    reverses: original?.id,
    sentence: {
      zh: '冲正：余额支付 ¥0.30：待结算商户款 → 用户余额',
      en: 'Reversal: Balance payment ¥0.30: Merchant pending settlement → Customer balance',
    },
  });
  expect(original).toMatchObject({ entryKey: event.entryKey, reversedBy: reversal?.id });
  const subjectId = original?.id ?? '';
  expect(
    await db().transition.findMany({ where: { subjectType: 'entry', subjectId } }),
  ).toMatchObject([{ event: 'reverse', actor: 'usr_1', cause: 'booked twice' }]);
  expect(await findings()).toEqual([]);
});

test('every line of an entry with several is taken back', async () => {
  const merchantId = newId('mer');
  await post(payment(await fundedCustomer(100n), 100n, merchantId));
  const settlement = { event: 'settlement', entryKey: newId('stl'), businessRef: 'x' } as const;
  await post({ ...settlement, merchantId, amount: cny(100n), fee: cny(3n) });
  expect(await reverse(settlement.entryKey)).toBe('posted');
  expect(await balanceOf({ subject: 'merchant_balance', owner: merchantId })).toEqual(cny(0n));
  expect(await balanceOf({ subject: 'merchant_pending', owner: merchantId })).toEqual(cny(100n));
  expect(await findings()).toEqual([]);
});

test('money that has been spent since cannot be taken back', async () => {
  const customerId = await fundedCustomer(100n);
  const { entries } = await listEntries({ businessRef: `top-up:${customerId}` });
  await post(payment(customerId, 1n));
  expect(await reverse(entries[0]?.entryKey ?? '')).toBe('insufficient_funds');
  expect(await balanceMinor(customerId)).toBe(99n);
  expect(await findings()).toEqual([]);
});

test('a reversal is not reversed, and what nobody booked neither', async () => {
  const event = payment(await fundedCustomer(100n), 30n);
  await post(event);
  await reverse(event.entryKey);
  expect(await reverse(`reversal:${event.entryKey}`)).toBe('not_reversible');
  expect(await reverse(newId('ent'))).toBe('unknown_entry');
  expect(await findings()).toEqual([]);
});

test('an entry is read with its lines, in words; an unknown one is refused', async () => {
  const customerId = await fundedCustomer(1230n);
  const { entries } = await listEntries({ businessRef: `top-up:${customerId}` });
  expect(await getEntry({ entryId: entries[0]?.id ?? '', by: READER })).toMatchObject({
    event: 'top_up',
    sentence: { zh: '转账充值 ¥12.30：平台银行存款 → 用户余额' },
    lines: [
      {
        account: { subject: 'platform_bank', owner: 'platform' },
        side: 'debit',
        amount: cny(1230n),
      },
      { account: { subject: 'customer_balance', owner: customerId }, side: 'credit' },
    ],
  });
  for (const id of [newId('ent'), 'x', '\0']) {
    expect(await answerOf(getEntry({ entryId: id, by: READER }))).toBe('unknown_entry');
  }
});

test('entries are listed by day, newest first, page by page', async () => {
  await fundedCustomer(1n);
  await fundedCustomer(2n);
  const { entries, next } = await listEntries({ limit: 1 });
  const second = await listEntries({ limit: 1, before: next ?? '' });
  const [newer, older] = [entries[0]?.id ?? '', second.entries[0]?.id ?? ''];
  expect(newer > older).toBe(true);
  const day = entries[0]?.accountingDate;
  expect((await listEntries({ day })).entries.map(({ id }) => id)).toContain(older);
  expect((await listEntries({ day: '2020-01-01' })).entries).toEqual([]);
});
