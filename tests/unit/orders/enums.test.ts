import { expect, test } from 'vitest';
import { ORDER } from '@/lib/orders/states';
import { OrderState } from '@/prisma/generated/enums';

test('the order states of the database are those of the table', () => {
  expect(Object.values(OrderState).sort()).toEqual(Object.keys(ORDER).sort());
});
