import { z } from 'zod';
import { cardNoSchema, reservedPhoneSchema, signingCodeSchema } from '@/lib/agreements/schema';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';
import { formKey, orderInput } from '../input';
import { CARD_TERMS_VERSION } from './terms-version';

export const recogniseInput = z.object({ cardNo: cardNoSchema });

const bindingInput = orderInput.extend({
  cardNo: cardNoSchema,
  phone: reservedPhoneSchema,
  consent: z.literal(CARD_TERMS_VERSION, 'cashierCards.new.consentRequired'),
});

/**
 * The four elements, and the tick that names the text that was agreed to. Whom the wallet has
 * identified need not say again who they are.
 */
export const bindInput = z.discriminatedUnion('who', [
  bindingInput.extend({ who: z.literal('identified') }),
  bindingInput.extend({ who: z.literal('typed'), name: personNameSchema, idNo: idNoSchema }),
]);
export type BindInput = z.output<typeof bindInput>;

export const cardInput = orderInput.extend({ agreementId: z.string().regex(/^agr_[0-9a-z]{26}$/) });

/** `for`: a bound card is being signed on this further channel, as a payment needs it. */
export const signingInput = cardInput.extend({
  for: z
    .string()
    .regex(/^cag_[0-9a-z]{26}$/)
    .optional(),
});

export const signingCodeInput = signingInput.extend({ code: signingCodeSchema });

/** … and pays with it at once. */
export const signAndPayInput = signingCodeInput.required({ for: true }).extend({ formKey });
