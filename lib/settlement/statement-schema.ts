import { z } from 'zod';
import { fenSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { entryAnswerSchema } from '@/lib/virtual-accounts/schema';
import type { StatementSubject } from './monthly-statement';

const ACCOUNTS = ['balance', 'pending', 'late'] as const;
type AccountName = (typeof ACCOUNTS)[number];

/** What the merchant API calls a merchant's accounts. */
export const ACCOUNT_NAMES: Record<StatementSubject, AccountName> = {
  merchant_balance: 'balance',
  merchant_pending: 'pending',
  late_payments: 'late',
};
export const SUBJECT_OF: Record<AccountName, StatementSubject> = {
  balance: 'merchant_balance',
  pending: 'merchant_pending',
  late: 'late_payments',
};

/** What a merchant has with us. */
export const balanceAnswerSchema = z
  .strictObject({
    currency: z.literal('CNY'),
    state: z.enum(['active', 'frozen', 'closed']),
    balance: fenSchema.describe('Settled: available and held together'),
    available: fenSchema.describe('What can be withdrawn'),
    held: fenSchema.describe('What withdrawals under way hold'),
    pending: fenSchema.describe('Paid and not settled yet'),
    late: fenSchema.describe('Came after its order had ended'),
    refunds_under_way: fenSchema.describe('Taken for refunds that have not arrived'),
    refunds_queued: fenSchema.describe('Refunds that wait for your money'),
  })
  .meta({ id: 'Balance' });
export type BalanceAnswer = z.output<typeof balanceAnswerSchema>;

const DAY = 'must be a day as in 2026-11-01';
/** Of these centuries, for the year 0 is one that no database knows. */
const daySchema = z.iso.date(DAY).refine((text) => /^(19|20|21)/.test(text), DAY);

/** The query of GET /api/v1/statements/entries. */
export const listStatementEntriesQuerySchema = z.strictObject({
  account: z.enum(ACCOUNTS).describe('`balance` if left out').optional(),
  from: daySchema.describe('The first accounting day, in Beijing').optional(),
  to: daySchema.describe('The last accounting day').optional(),
  starting_after: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, 'must be the id of an entry')
    .describe('The `next` of the page before')
    .optional(),
  limit: pageFields('pyt').limit,
});

/** Oldest first, as a book is read. */
export const statementEntriesAnswerSchema = z
  .strictObject({ entries: z.array(entryAnswerSchema), next: nextSchema })
  .meta({ id: 'StatementEntries' });

const monthSchema = z.string().regex(/^20\d{2}-\d{2}$/);

export const statementMonthsAnswerSchema = z
  .strictObject({ months: z.array(monthSchema).describe('Newest first') })
  .meta({ id: 'StatementMonths' });

/** A month, added up from the books alone. */
export const statementAnswerSchema = z
  .strictObject({
    month: monthSchema,
    from: daySchema,
    to: daySchema,
    currency: z.literal('CNY'),
    final: z.boolean().describe('The month is over and closed: nothing of it changes any more'),
    fee: fenSchema.describe('What was taken as our fee, less what was given back of it'),
    accounts: z.array(
      z.strictObject({
        account: z.enum(ACCOUNTS),
        opening: fenSchema,
        in: fenSchema,
        out: fenSchema,
        closing: fenSchema.describe('opening + in − out'),
        kinds: z.array(
          z.strictObject({
            event: z.string(),
            title: z.strictObject({ zh: z.string(), en: z.string() }),
            count: z.int(),
            in: fenSchema,
            out: fenSchema,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Statement' });
export type StatementAnswer = z.output<typeof statementAnswerSchema>;
