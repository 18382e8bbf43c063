import { z } from 'zod';
import { signingCodeSchema } from '@/lib/agreements/schema';

const token = z.string().regex(/^[\w-]{1,100}$/);

export const orderInput = z.object({ token });

/** Digits as a Chinese keyboard may write them count as digits. */
const paymentPassword = z
  .string('cashier.password.required')
  .transform((typed) => typed.normalize('NFKC').trim())
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
  .transform((typed) => typed?.normalize('NFKC').trim() || undefined)
  .pipe(
    z
      .string()
      .regex(/^[0-9]{6}$/, 'cashier.code.format')
      .optional(),
  );

/** The code that a card's channel sent for a payment. */
export const paymentCodeInput = orderInput.extend({ code: signingCodeSchema });

export const payInput = z.discriminatedUnion('method', [
  z.object({ method: z.literal('balance'), token, paymentPassword, code }),
  z.object({ method: z.literal('quickpass'), token }),
  z.object({
    method: z.literal('card'),
    token,
    /** `new`: a card has to be added first. */
    agreementId: z
      .string('cashierCards.choose.required')
      .regex(/^(agr_[0-9a-z]{26}|new)$/, 'cashierCards.choose.required'),
  }),
]);
