import { z } from 'zod';

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

export const payInput = z.discriminatedUnion('method', [
  z.object({ method: z.literal('balance'), token, paymentPassword }),
  z.object({ method: z.literal('quickpass'), token }),
]);
