import { expect, test } from 'vitest';
import { createCustomerSchema, referenceSchema } from '@/lib/customers/schema';
import { paymentLinkSchema } from '@/lib/orders/link-schema';
import { createOrderSchema } from '@/lib/orders/schema';

/** Whether it may be said of a customer, on an order and in a link. */
const takenBy = (reference: unknown): boolean[] => [
  createCustomerSchema.shape.reference.safeParse(reference).success,
  createOrderSchema.shape.customer_reference.safeParse(reference).success,
  paymentLinkSchema.shape.customer.safeParse(reference).success,
];

test.each(['a', 'alice', '张三', 'usr_1', 'x y', 'x'.repeat(128), '🧵'.repeat(128)])(
  '%j names a shopper everywhere, and is found again',
  (reference) => {
    expect(takenBy(reference)).toEqual([true, true, true]);
    expect(referenceSchema.safeParse(reference).success).toBe(true);
  },
);

test.each(['', ' ', 'a\tb', 'a\u0000', 'a\u202eb', 'x'.repeat(129), 7, null])(
  '%j names a shopper nowhere',
  (reference) => {
    expect(takenBy(reference)).toEqual([false, false, false]);
  },
);
