import { expect, test } from 'vitest';
import { z } from 'zod';
import { maskInput } from '@/lib/api/mask-rules';
import { createOrderSchema, listOrdersQuerySchema } from '@/lib/orders/schema';

test('numbers, yes and no, words of a list and own numbers are shown; of other texts the length', () => {
  const schema = z.strictObject({
    amount: z.int(),
    is_open: z.boolean().optional(),
    kind: z.enum(['a', 'b']).nullable(),
    merchant_order_no: z.string(),
    name: z.string(),
    lines: z.array(z.strictObject({ kind: z.enum(['a']), secret: z.string() })).optional(),
  });
  const input = {
    amount: 7,
    is_open: true,
    kind: 'b',
    merchant_order_no: 'A-1',
    name: '张三',
    lines: [{ kind: 'a', secret: 'sk_live_1', more: 1 }, 'sk_live_2'],
    unknown: 'sk_live_3',
  };
  expect(maskInput(schema, input)).toEqual({
    amount: 7,
    is_open: true,
    kind: 'b',
    merchant_order_no: 'A-1',
    name: '… (2)',
    lines: [{ kind: 'a', secret: '… (9)' }, '… (9)'],
  });
});

test('a phone is masked even where it is called an order number, and words where they are none of the list', () => {
  const masked = maskInput(createOrderSchema, {
    merchant_order_no: '13800138000',
    goods: '13800138000',
    subscription: { period: '13800138000' },
    metadata: { phone: '13800138000' },
  });
  expect(JSON.stringify(masked)).not.toContain('13800138000');
});

test('a query is shown in the same way, and what is no object not at all', () => {
  expect(
    maskInput(listOrdersQuerySchema, { state: 'open', limit: '7', customer_reference: 'a' }),
  ).toEqual({
    state: 'open',
    limit: '7',
    customer_reference: '… (1)',
  });
  for (const none of [undefined, null, 'text', [1], 7])
    expect(maskInput(createOrderSchema, none)).toBeNull();
  expect(maskInput(undefined, { amount: 1 })).toBeNull();
});
