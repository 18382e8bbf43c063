import { z } from 'zod';
import { sixDigitsOf } from '@/lib/core/six-digits';
import { parseYuan } from '@/lib/money/parse-yuan';
import { merchantOrderNoSchema } from '@/lib/orders/schema';

const REASON = 'refunds.agent.reasonProblem';

/** What the office's refund form sends: first to be looked at, then for good with a code, or back. */
export const agentRefundInput = z.object({
  orderId: z.string().regex(/^ord_[0-9a-z]{26}$/),
  step: z.enum(['check', 'change', 'confirm']),
  /** Made with the page: the same form sent twice is one refund. */
  refundNo: merchantOrderNoSchema,
  amount: z.string().transform((text, context) => {
    const amount = parseYuan(text);
    if (amount && amount.amountMinor > 0n) return amount;
    context.addIssue({ code: 'custom', message: 'merchant.order.refund.amountProblem' });
    return z.NEVER;
  }),
  // Control characters have no business in a reason, and NUL is refused by PostgreSQL.
  reason: z
    .string()
    .trim()
    .min(1, REASON)
    .max(127, REASON)
    .regex(/^\P{Cc}*$/u, REASON),
  code: z.string().default('').transform(sixDigitsOf),
});
