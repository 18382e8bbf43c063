import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { MOST_AMOUNT_MINOR } from '@/lib/orders/rules';

const FEN = `must be a whole number of fen in plain digits, 1 to ${MOST_AMOUNT_MINOR}`;

/** The body of POST /api/v1/withdrawals. */
export const createWithdrawalSchema = z.strictObject(
  { amount: z.int(FEN).min(1, FEN).max(MOST_AMOUNT_MINOR, FEN) },
  'must be a JSON object',
);

/** The query of GET /api/v1/withdrawals. */
export const listWithdrawalsQuerySchema = z.strictObject(pageFields('pyt'));

/** A merchant's own money on its way to its bank account. */
export const withdrawalAnswerSchema = z
  .strictObject({
    id: z.string().describe('The `payout_id` of its webhooks'),
    amount: fenSchema,
    currency: z.literal('CNY'),
    state: z
      .enum(['processing', 'succeeded', 'failed', 'returned'])
      .describe('returned: the bank sent it back after it had arrived'),
    failure_reason: z.string().nullable(),
    account: z.string().describe('Where it goes, masked'),
    bank: z.string(),
    requested_at: momentSchema,
    finished_at: momentSchema.nullable(),
  })
  .meta({ id: 'Withdrawal' });
export type WithdrawalAnswer = z.output<typeof withdrawalAnswerSchema>;

export const withdrawalListAnswerSchema = z
  .strictObject({ withdrawals: z.array(withdrawalAnswerSchema), next: nextSchema })
  .meta({ id: 'WithdrawalList' });
