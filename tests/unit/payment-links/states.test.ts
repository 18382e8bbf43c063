import { expect, test } from 'vitest';
import { PAYMENT_LINK } from '@/lib/payment-links/states';
import { PaymentLinkState } from '@/prisma/generated/enums';

test('the states of payment links in the database are those of the table', () => {
  expect(Object.values(PaymentLinkState).sort()).toEqual(Object.keys(PAYMENT_LINK).sort());
});
