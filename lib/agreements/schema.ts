import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { sixDigitsOf } from '@/lib/core/six-digits';
import { referenceSchema } from '@/lib/customers/schema';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';
import { recogniseCard } from './card-rules';

// The messages are keys of our catalogues: these schemas stand behind forms.

/** A card number as people type it: in groups, full width, with spaces or hyphens between. */
export const cardNoSchema = z
  .string()
  .max(60)
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .refine((digits) => recogniseCard(digits).kind !== 'not_a_card', 'common.problem.cardNo'),
  );

/** The phone reserved at the bank. */
export const reservedPhoneSchema = z
  .string()
  .max(60)
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1[3-9][0-9]{9}$/, 'common.problem.phone'));

/** The four elements (四要素) as a form has them. */
export const elementsSchema = z.object({
  cardNo: cardNoSchema,
  name: personNameSchema,
  idNo: idNoSchema,
  phone: reservedPhoneSchema,
});

/** Six digits, as people copy them from a message. */
export const signingCodeSchema = z
  .string()
  .max(500)
  .transform(sixDigitsOf)
  .pipe(z.string().regex(/^[0-9]{6}$/, 'common.problem.code'));

/** The query of GET /api/v1/agreements. */
export const listAgreementsQuerySchema = z.strictObject({
  ...pageFields('agr'),
  customer_reference: referenceSchema.optional(),
  state: z.enum(['active', 'ended']).describe('`active` if left out').optional(),
});

/** A bound card as the merchant API shows it. */
export const agreementAnswerSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(['signing', 'active', 'failed', 'ended']),
    bank: z.strictObject({ code: z.string(), name: z.string(), name_en: z.string() }),
    card_type: z.enum(['debit', 'credit']),
    card_tail: z.string().describe('The last four digits'),
    single_limit: fenSchema.describe('Whole fen that one payment can take at most'),
    daily_limit: fenSchema.describe('Whole fen that one day can take at most'),
    signed_at: momentSchema.nullable(),
    ended_at: momentSchema.nullable(),
  })
  .meta({ id: 'Agreement' });
export type AgreementAnswer = z.output<typeof agreementAnswerSchema>;

/** In a list it says whose it is. */
export const agreementListAnswerSchema = z
  .strictObject({
    agreements: z.array(
      z
        .strictObject({
          ...agreementAnswerSchema.shape,
          customer_reference: z
            .string()
            .nullable()
            .describe('Your own name for the shopper; null where you gave none'),
        })
        .meta({ id: 'ListedAgreement' }),
    ),
    next: nextSchema,
  })
  .meta({ id: 'AgreementList' });
