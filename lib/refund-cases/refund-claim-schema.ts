import { z } from 'zod';
import { reservedPhoneSchema } from '@/lib/agreements/schema';
import { codeSchema } from '@/lib/auth/schema';
import { bankCardSchema } from '@/lib/persons/bank-card-schema';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';
import { NAME_REASONS } from './claim';

// The messages are keys of our catalogues: these schemas stand behind the shopper's forms.

/** The token of a claim's address. */
export const claimTokenSchema = z.string().regex(/^[\w-]{43}$/);

export const claimInput = z.object({ token: claimTokenSchema });

/** A link of an identity check is proved without a code. */
export const proveInput = claimInput.extend({ code: codeSchema.optional() });

/** Full-width digits and whatever people put between them count, too. */
const cardNoSchema = z
  .string('common.problem.cardNo')
  .max(60, 'common.problem.cardNo')
  .transform((typed, context) => {
    const cardNo = bankCardSchema.safeParse(typed.normalize('NFKC').trim());
    if (cardNo.success) return cardNo.data;
    context.addIssue({ code: 'custom', message: 'common.problem.cardNo' });
    return z.NEVER;
  });

const nameReasonSchema = z
  .enum(NAME_REASONS)
  .or(z.literal('').transform(() => undefined))
  .optional();

/** Where the refund goes: a debit card with its four elements, or the payer's own balance. */
export const payeeInput = z.discriminatedUnion('to', [
  claimInput.extend({
    to: z.literal('card'),
    cardNo: cardNoSchema,
    name: personNameSchema,
    idNo: idNoSchema,
    phone: reservedPhoneSchema,
    nameReason: nameReasonSchema,
  }),
  claimInput.extend({ to: z.literal('balance') }),
]);
export type PayeeInput = z.output<typeof payeeInput>;
