import { z } from 'zod';
import { signingCodeSchema } from '@/lib/agreements/schema';
import { sixDigitsOf } from '@/lib/core/six-digits';

const token = z.string().regex(/^[\w-]{1,100}$/);

export const orderInput = z.object({ token });

const paymentPassword = z
  .string('cashier.password.required')
  .transform(sixDigitsOf)
  .pipe(
    z
      .string()
      .min(1, { error: 'cashier.password.required', abort: true })
      .regex(/^[0-9]{6}$/, 'cashier.password.format'),
  );

/** Asked for only where a day's payments get large; an empty field is one that was not asked for. */
const code = z
  .string()
  .optional()
  .transform((typed) => (typed && sixDigitsOf(typed)) || undefined)
  .pipe(
    z
      .string()
      .regex(/^[0-9]{6}$/, 'cashier.code.format')
      .optional(),
  );

/** The code that a card's channel sent for a payment. */
export const paymentCodeInput = orderInput.extend({ code: signingCodeSchema });

/** Made up with the page that is sent: the same form sent twice is one payment. */
export const formKey = z
  .string()
  .regex(/^[\w-]{22,40}$/)
  .optional();

/** As the page has said what the balance would pay: compared with what it can, never taken for it. */
const balancePartFen = z
  .string()
  .regex(/^[1-9][0-9]{0,11}$/)
  .transform(BigInt);

const quickpass = orderInput.extend({ method: z.literal('quickpass'), formKey });
const card = orderInput.extend({
  method: z.literal('card'),
  formKey,
  /** `new`: a card has to be added first. */
  agreementId: z
    .string('cashierCards.choose.required')
    .regex(/^(agr_[0-9a-z]{26}|new)$/, 'cashierCards.choose.required'),
});

/** The balance pays a part where that box is ticked; else its fields are nothing. */
const alone = { useBalance: z.undefined().optional() };
const mixed = {
  useBalance: z.literal('on'),
  balancePartFen,
  paymentPassword,
  code,
};

/** A card that is yet to be added pays nothing: nobody has to prove first whose the balance is. */
const withoutPart = (form: unknown) => {
  const { useBalance: _, ...rest } = { ...(form as Record<string, unknown>) };
  return rest.method === 'card' && rest.agreementId === 'new' ? rest : form;
};

const ways = z.discriminatedUnion('method', [
  orderInput.extend({ method: z.literal('balance'), paymentPassword, code }),
  z.discriminatedUnion('useBalance', [quickpass.extend(alone), quickpass.extend(mixed)]),
  z.discriminatedUnion('useBalance', [card.extend(alone), card.extend(mixed)]),
  // Which phone is asked on the next page.
  orderInput.extend({ method: z.literal('carrier') }),
]);

export const payInput = z.preprocess(withoutPart, ways);
