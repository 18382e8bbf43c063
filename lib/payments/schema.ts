import { z } from 'zod';
import { createOrderSchema, orderTermsAnswerSchema } from '@/lib/orders/schema';

/** The body of POST /api/v1/agreements/{id}/payments: an order that nobody has to come to a page for. */
export const chargeAgreementSchema = createOrderSchema.omit({
  return_url: true,
  payer_phone: true,
  expires_in: true,
  subscription: true,
});
export type ChargeAgreementInput = z.output<typeof chargeAgreementSchema>;

/** By what an order was paid. */
export const paymentMeansFields = {
  method: z.enum(['balance', 'quickpass', 'card', 'carrier']),
  channel: z.enum(['balance', 'unionpay', 'netsunion', 'carrier']),
  card_type: z
    .enum(['debit', 'credit', 'semi_credit', 'debit_credit', 'prepaid', 'unknown'])
    .nullable()
    .describe('The kind of card, where the channel told it'),
};

/** A charge as the merchant API shows it. */
export const chargeAnswerSchema = z
  .strictObject({
    order: orderTermsAnswerSchema,
    payment: z.strictObject({
      state: z
        .enum(['paid', 'pending', 'failed'])
        .describe('pending: not decided; a webhook tells when it is'),
      channel: paymentMeansFields.channel.nullable(),
      card_type: paymentMeansFields.card_type,
      failure_reason: z.string().nullable(),
    }),
  })
  .meta({ id: 'Charge' });
export type ChargeAnswer = z.output<typeof chargeAnswerSchema>;
