import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { addDays } from '@/lib/core/beijing';
import { parseYuan } from '@/lib/money/parse-yuan';

/** A day that the calendar has. */
const isDay = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text, 0) === text;

/** What the form of a remittance sends. */
export const remittanceInput = z.object({
  statementId: z.string().regex(/^cas_[0-9a-z]{26}$/),
  amount: z.string().transform((text, context) => {
    const amount = parseYuan(text);
    if (amount && amount.amountMinor > 0n) return amount;
    context.addIssue({ code: 'custom', message: 'carrierStatements.remittance.amountProblem' });
    return z.NEVER;
  }),
  reference: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{4,64}$/, 'carrierStatements.remittance.referenceProblem'),
  receivedOn: z.string().trim().refine(isDay, 'carrierStatements.remittance.dayProblem'),
  code: staffCodeSchema,
});
