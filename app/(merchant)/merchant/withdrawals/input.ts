import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { parseYuan } from '@/lib/money/parse-yuan';
import { bankCardSchema } from '@/lib/persons/bank-card-schema';

const amount = z.string().transform((text, context) => {
  const money = parseYuan(text);
  if (money && money.amountMinor > 0n) return money;
  context.addIssue({ code: 'custom', message: 'merchantFigures.withdrawals.problem.amount' });
  return z.NEVER;
});

/** The key is made up with each page: the same form sent twice is one withdrawal. */
export const withdrawalInput = z.object({
  amount,
  requestKey: z.string().regex(/^[0-9a-z]{26}$/),
  code: staffCodeSchema,
});

export const payoutAccountInput = z.object({
  cardNo: z.string().transform((text, context) => {
    const card = bankCardSchema.safeParse(text);
    if (card.success) return card.data;
    context.addIssue({ code: 'custom', message: 'merchantFigures.withdrawals.problem.card' });
    return z.NEVER;
  }),
  holder: z.string().trim().min(2, 'merchantFigures.withdrawals.problem.holder').max(64),
  code: staffCodeSchema,
});
