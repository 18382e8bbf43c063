import { z } from 'zod';
import { momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { words } from '@/lib/core/words-schema';

/** Exactly six ASCII digits. */
export const paymentPasswordSchema = z.string().regex(/^[0-9]{6}$/, 'six digits');

/** The merchant's own name for its shopper, wherever it says one; nothing is read into it. */
export const customerReferenceSchema = words(128);

/** The same as it may rest, from files or in earlier rows, and is looked for. NUL is refused by PostgreSQL. */
export const referenceSchema = z
  .string()
  .regex(/^\P{Cc}{1,128}$/u, 'must be 1 to 128 characters, none of them a control character');

/** The body of POST /api/v1/customers. */
export const createCustomerSchema = z.strictObject(
  { reference: customerReferenceSchema.describe('Your own name for the shopper') },
  'must be a JSON object',
);

/** The query of GET /api/v1/customers. */
export const listCustomersQuerySchema = z.strictObject({
  ...pageFields('cus'),
  reference: referenceSchema.optional(),
});

/** A shopper as its merchant knows it: who they are stays with them. */
export const customerAnswerSchema = z
  .strictObject({
    id: z.string(),
    reference: z
      .string()
      .nullable()
      .describe('Your own name for the shopper; null where you gave none'),
    claimed: z.boolean().describe('Somebody has proved by a code to be this customer'),
    created_at: momentSchema,
  })
  .meta({ id: 'Customer' });
export type CustomerAnswer = z.output<typeof customerAnswerSchema>;

export const customerListAnswerSchema = z
  .strictObject({ customers: z.array(customerAnswerSchema), next: nextSchema })
  .meta({ id: 'CustomerList' });
