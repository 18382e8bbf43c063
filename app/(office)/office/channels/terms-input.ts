import { z } from 'zod';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { PERMISSIONS_OF } from '@/lib/contracts/rules';
import { type ContractTerms, hoursSchema } from '@/lib/contracts/schema';
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

// Control characters have no business in a reason, and NUL is refused by PostgreSQL.
export const causeField = z
  .string()
  .trim()
  .min(1, 'common.problem.required')
  .max(200)
  .regex(/^\P{Cc}+$/u);

/** What the inputs of a contract's terms send: a box that is not ticked is not there. */
export const TERMS_SHAPE = {
  ...BOXES,
  channel: z.enum(CONTRACT_CHANNELS),
  debitCost: costField,
  creditCost: costField,
  least: limitField,
  most: limitField,
  hours: hoursField,
  cause: causeField,
};
type TermsFields = z.output<z.ZodObject<typeof TERMS_SHAPE>>;

export const limitsInOrder = ({ least, most }: Pick<TermsFields, 'least' | 'most'>): boolean =>
  !least || !most || most.amountMinor >= least.amountMinor;

export const LIMITS_PROBLEM = { path: ['most'], message: 'office.channels.mostProblem' };

export const termsFrom = (fields: TermsFields): ContractTerms => ({
  permissions: PERMISSIONS_OF[fields.channel].filter((name) => fields[name] === 'on'),
  debitCostMillionths: fields.debitCost,
  creditCostMillionths: fields.creditCost,
  least: fields.least,
  most: fields.most,
  hours: fields.hours,
});
