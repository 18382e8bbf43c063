import { z } from 'zod';
import { returnOriginsSchema } from '@/lib/merchants/schema';
import { METHODS, type MerchantMethod } from '@/lib/merchants/set-methods';
import { parseYuan } from '@/lib/money/parse-yuan';

const place = z.enum(['1', '2', '3', '4']).optional();
const shown = z.literal('on').optional();

/** A box and a place for each way to pay. What was moved to a place takes it from what stood there. */
export const methodsInput = z
  .object({
    show_balance: shown,
    show_quickpass: shown,
    show_card: shown,
    show_carrier: shown,
    place_balance: place,
    place_quickpass: place,
    place_card: place,
    place_carrier: place,
    was_balance: place,
    was_quickpass: place,
    was_card: place,
    was_carrier: place,
  })
  .transform((given) => {
    const placeOf = (method: MerchantMethod): number => {
      const to = Number(given[`place_${method}`] ?? METHODS.indexOf(method) + 1);
      const from = Number(given[`was_${method}`] ?? to);
      return to + Math.sign(to - from) / 2;
    };
    return METHODS.filter((method) => given[`show_${method}`]).toSorted(
      (a, b) => placeOf(a) - placeOf(b),
    );
  });

/** An amount, or nothing: no limit. */
const limit = z.string().transform((text, context) => {
  if (text.trim() === '') return null;
  const money = parseYuan(text);
  if (money && money.amountMinor > 0n) return money;
  context.addIssue({ code: 'custom', message: 'merchantFigures.settings.limits.problem' });
  return z.NEVER;
});

export const limitsInput = z.object({ orderLeast: limit, orderMost: limit, dayMost: limit });

export const latePolicyInput = z.object({
  latePaymentPolicy: z.enum(['accept', 'refund', 'hold']),
});

/** One origin a line. */
export const originsInput = z.object({
  origins: z
    .string()
    .max(20_000)
    .transform((text, context) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      const origins = returnOriginsSchema.safeParse(lines.map((line) => line.replace(/\/$/, '')));
      if (origins.success) return origins.data;
      context.addIssue({ code: 'custom', message: 'merchantFigures.settings.origins.problem' });
      return z.NEVER;
    }),
});
