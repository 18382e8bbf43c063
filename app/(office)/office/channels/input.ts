import { z } from 'zod';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { PERMISSIONS_OF } from '@/lib/contracts/rules';
import { hoursSchema } from '@/lib/contracts/schema';
import { PERMISSIONS, type Permission } from '@/lib/core/permissions';
import { parseYuan } from '@/lib/money/parse-yuan';

/** "0.38": per cent with up to four decimals, which is whole millionths. */
const costField = z
  .string()
  .trim()
  .regex(/^(\d{1,2}(\.\d{1,4})?|100(\.0{1,4})?)$/, 'office.channels.costProblem')
  .transform((text) => {
    const [whole = '', part = ''] = text.split('.');
    return Number(whole) * 10_000 + Number(part.padEnd(4, '0'));
  });

const limitField = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : parseYuan(text)))
  .refine(
    (limit) => limit === null || (limit?.amountMinor ?? 0n) > 0n,
    'office.channels.limitProblem',
  )
  .transform((limit) => limit ?? null);

const hoursField = z
  .string()
  .normalize('NFKC')
  .transform((text) => text.replace(/\s/g, '') || null)
  .refine(
    (text) => text === null || hoursSchema.safeParse(text).success,
    'office.channels.hoursProblem',
  );

const box = z.literal('on').optional();
const BOXES = Object.fromEntries(PERMISSIONS.map((name) => [name, box])) as Record<
  Permission,
  typeof box
>;

/** What the form of a contract's terms sends: a box that is not ticked is not there. */
export const agreeTermsInput = z
  .object({
    ...BOXES,
    channel: z.enum(CONTRACT_CHANNELS),
    contractId: z
      .string()
      .regex(/^(ctr_[0-9a-z]{26})?$/)
      .transform((text) => text || null),
    debitCost: costField,
    creditCost: costField,
    least: limitField,
    most: limitField,
    hours: hoursField,
    // Control characters have no business in a reason, and NUL is refused by PostgreSQL.
    cause: z
      .string()
      .trim()
      .min(1, 'common.problem.required')
      .max(200)
      .regex(/^\P{Cc}+$/u),
  })
  .refine(({ least, most }) => !least || !most || most.amountMinor >= least.amountMinor, {
    path: ['most'],
    message: 'office.channels.mostProblem',
  })
  .transform(
    ({ channel, contractId, cause, debitCost, creditCost, least, most, hours, ...boxes }) => ({
      channel,
      contractId,
      cause,
      terms: {
        permissions: PERMISSIONS_OF[channel].filter((name) => boxes[name] === 'on'),
        debitCostMillionths: debitCost,
        creditCostMillionths: creditCost,
        least,
        most,
        hours,
      },
    }),
  );
