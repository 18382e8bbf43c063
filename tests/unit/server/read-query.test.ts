import { expect, test } from 'vitest';
import { readFields } from '@/app/_server/read-query';
import { ORDERS_FIELDS } from '@/app/(merchant)/merchant/orders/query';

const read = (given: Record<string, string | string[]>) =>
  readFields(Promise.resolve(given), ORDERS_FIELDS);

test('a form left blank asks for everything, and nothing in it is wrong', async () => {
  expect(await read({ state: '', number: ' ', least: '', from: '', unknown: '？' })).toEqual({
    asked: {},
    unread: {},
  });
});

test('what a filter cannot read is told as it was typed, and what it can is kept', async () => {
  const { asked, unread } = await read({
    ...{ state: 'paid', number: '订单 1', least: '五元', most: '¥1,200.50' },
    ...{ from: '2026-02-30', to: '2026-02-28', method: ['card', 'balance'] },
  });
  expect(asked).toMatchObject({ state: 'paid', most: { amountMinor: 120_050n }, to: '2026-02-28' });
  expect(Object.keys(asked)).toHaveLength(3);
  expect(unread).toEqual({
    ...{ number: '订单 1', least: '五元', from: '2026-02-30', method: 'card balance' },
  });
});
