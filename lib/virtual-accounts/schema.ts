import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';

/** The body of POST /api/v1/customers/{id}/virtual-account: nothing to say. */
export const openAccountSchema = z.strictObject({}, 'must be an empty JSON object');

/** The query of GET /api/v1/virtual-accounts/{number}/entries. */
export const listEntriesQuerySchema = z.strictObject({
  limit: pageFields('cus').limit,
  starting_after: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, 'must be the id of an entry')
    .describe('The `next` of the page before')
    .optional(),
});

/** A customer's balance at the merchant, under the number that money can be sent to. */
export const virtualAccountAnswerSchema = z
  .strictObject({
    number: z.string().describe('16 digits; transfers from any bank to it are booked here'),
    customer_id: z.string(),
    currency: z.literal('CNY'),
    state: z.enum(['active', 'frozen', 'closed']),
    balance: fenSchema,
    held: fenSchema.describe('What of the balance is set aside'),
    available: fenSchema,
  })
  .meta({ id: 'VirtualAccount' });
export type VirtualAccountAnswer = z.output<typeof virtualAccountAnswerSchema>;

/** One movement on an account, seen from that account. */
export const entryAnswerSchema = z
  .strictObject({
    id: z.string(),
    event: z.string().describe('What happened: `transfer_in`, `balance_payment`, …'),
    title: z.strictObject({ zh: z.string(), en: z.string() }),
    direction: z.enum(['in', 'out']),
    amount: fenSchema,
    balance_after: fenSchema,
    reference: z.string().describe('The order, refund or transfer that it belongs to'),
    day: z.iso.date().describe('The accounting day in Beijing'),
    posted_at: momentSchema,
  })
  .meta({ id: 'Entry' });
export type EntryAnswer = z.output<typeof entryAnswerSchema>;

export const entryListAnswerSchema = z
  .strictObject({ entries: z.array(entryAnswerSchema), next: nextSchema })
  .meta({ id: 'EntryList' });
