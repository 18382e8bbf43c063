import { z } from 'zod';
import { addDays } from '@/lib/core/beijing';
import { parseYuan } from '@/lib/money/parse-yuan';

/** A day that there is, as a date field sends it. */
export const dayQuery = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine((day) => !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day);

/** An amount in yuan as people type it. */
export const yuanQuery = z.string().transform((text, context) => {
  const amount = parseYuan(text);
  if (amount) return amount;
  context.addIssue({ code: 'custom', message: 'no amount' });
  return z.NEVER;
});
