import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { words } from '@/lib/core/words-schema';
import { MOST_AMOUNT_MINOR } from '@/lib/orders/rules';
import {
  merchantOrderNoSchema,
  orderAnswerFields,
  orderListOf,
  subjectSchema,
  timeSchema,
} from '@/lib/orders/schema';
import { paymentMeansFields } from '@/lib/payments/schema';

const FEN = `must be a whole number of fen in plain digits, 1 to ${MOST_AMOUNT_MINOR}`;

/** The body of POST /api/v1/orders/{id}/refunds. The number is the merchant's own, once for ever. */
export const createRefundSchema = z.strictObject(
  {
    merchant_refund_no: merchantOrderNoSchema,
    amount: z.int(FEN).min(1, FEN).max(MOST_AMOUNT_MINOR, FEN),
    reason: subjectSchema.optional(),
  },
  'must be a JSON object',
);
export type CreateRefundInput = z.output<typeof createRefundSchema>;

/** The body of POST /api/v1/refunds/{id}/approve: nothing to say. */
export const approveRefundSchema = z.strictObject({}, 'must be a JSON object');

/** The body of POST /api/v1/refunds/{id}/decline: the reason is shown to the shopper. */
export const declineRefundSchema = z.strictObject({ reason: words(200) }, 'must be a JSON object');
export type DeclineRefundInput = z.output<typeof declineRefundSchema>;

/** An order with what paid it and what has gone back. */
export const orderAnswerSchema = z
  .strictObject({
    ...orderAnswerFields,
    payment: z
      .strictObject({
        ...paymentMeansFields,
        balance_amount: fenSchema
          .describe('What a balance paid of it, where that was a part')
          .optional(),
      })
      .nullable()
      .describe('What paid it; null until then'),
    refunded: fenSchema.describe('Whole fen that have gone back'),
  })
  .meta({ id: 'Order' });
export type OrderAnswer = z.output<typeof orderAnswerSchema>;

export const orderListAnswerSchema = orderListOf(orderAnswerSchema).meta({ id: 'OrderList' });

const REFUND_SHOWN = ['requested', 'processing', 'succeeded', 'failed', 'declined'] as const;
const progressField = {
  progress: z
    .enum(['queued', 'diverted', 'unclaimed'])
    .describe('Of a refund that is processing: what it waits for')
    .optional(),
};

/** A refund as the merchant API shows it. */
export const refundAnswerSchema = z
  .strictObject({
    id: z.string(),
    order_id: z.string(),
    merchant_refund_no: z.string().nullable(),
    amount: fenSchema,
    currency: z.literal('CNY'),
    state: z.enum(REFUND_SHOWN),
    ...progressField,
    reason: z.string().nullable(),
    failure_reason: z.string().nullable(),
    decline_reason: z.string().optional(),
    requested_at: momentSchema,
    refunded: fenSchema
      .describe('What has reached the shopper; only where there are parts')
      .optional(),
    parts: z
      .array(
        z.strictObject({
          to: z.enum(['balance', 'payment_method', 'other_account']),
          amount: fenSchema,
          state: z.enum(REFUND_SHOWN),
          ...progressField,
        }),
      )
      .describe('Only where it goes back in more than one part')
      .optional(),
  })
  .meta({ id: 'Refund' });
export type RefundAnswer = z.output<typeof refundAnswerSchema>;

/** The query of GET /api/v1/refunds. */
export const listRefundsQuerySchema = z.strictObject({
  ...pageFields('ref'),
  order_id: z
    .string()
    .regex(/^ord_[0-9a-z]{26}$/, 'must be the id of an order')
    .optional(),
  merchant_refund_no: merchantOrderNoSchema.optional(),
  requested_from: timeSchema.describe('This moment and later').optional(),
  requested_to: timeSchema.describe('Earlier than this moment').optional(),
});

export const refundListAnswerSchema = z
  .strictObject({ refunds: z.array(refundAnswerSchema), next: nextSchema })
  .meta({ id: 'RefundList' });

/** All refunds of one order. */
export const orderRefundsAnswerSchema = z
  .strictObject({ refunds: z.array(refundAnswerSchema) })
  .meta({ id: 'OrderRefunds' });
