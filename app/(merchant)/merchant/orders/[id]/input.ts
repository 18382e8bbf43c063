import { z } from 'zod';
import { parseYuan } from '@/lib/money/parse-yuan';
import { merchantOrderNoSchema } from '@/lib/orders/schema';

const PROBLEM = 'merchant.order.refund.amountProblem';

/** What the refund form sends: first to be looked at, then for good, or back to be changed. */
export const refundInput = z.object({
  orderId: z.string().regex(/^ord_[0-9a-z]{26}$/),
  step: z.enum(['check', 'change', 'confirm']),
  /** Made with the page: the same form sent twice is one refund. */
  refundNo: merchantOrderNoSchema,
  amount: z.string().transform((text, context) => {
    const amount = parseYuan(text);
    if (amount && amount.amountMinor > 0n) return amount;
    context.addIssue({ code: 'custom', message: PROBLEM });
    return z.NEVER;
  }),
  // Control characters have no business in a reason, and NUL is refused by PostgreSQL.
  reason: z
    .string()
    .trim()
    .max(127)
    .regex(/^\P{Cc}*$/u),
});
