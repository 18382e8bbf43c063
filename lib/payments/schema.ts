import type { z } from 'zod';
import { createOrderSchema } from '@/lib/orders/schema';

/** The body of POST /api/v1/agreements/{id}/payments: an order that nobody has to come to a page for. */
export const chargeAgreementSchema = createOrderSchema.omit({
  return_url: true,
  payer_phone: true,
  expires_in: true,
});
export type ChargeAgreementInput = z.output<typeof chargeAgreementSchema>;
