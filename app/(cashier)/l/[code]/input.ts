import { z } from 'zod';
import { parseYuan } from '@/lib/money/parse-yuan';

/** What the shopper typed, in yuan; the bounds are the link's, and are checked where it is kept. */
const typedAmount = z.string().transform((text, context) => {
  const amount = parseYuan(text);
  if (amount && amount.amountMinor > 0n) return amount;
  const message = text.trim() === '' ? 'common.problem.required' : 'paymentLinks.problem.amount';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

export const openLinkInput = z.object({
  code: z.string().max(40),
  formKey: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  amount: typedAmount.optional(),
});
