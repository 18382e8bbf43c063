import { z } from 'zod';
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
  .max(20)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'common.problem.code'));

/** The query of GET /api/v1/agreements. */
export const findAgreementsQuerySchema = z.strictObject({
  customer_reference: z
    .string()
    .regex(/^\P{Cc}{1,128}$/u, 'must be 1 to 128 characters, none of them a control character'),
});
