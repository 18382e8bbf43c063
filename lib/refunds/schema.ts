import { z } from 'zod';
import { MOST_AMOUNT_MINOR } from '@/lib/orders/rules';
import { merchantOrderNoSchema, subjectSchema } from '@/lib/orders/schema';

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
