import { z } from 'zod';
import { codeSchema } from '@/lib/auth/schema';
import { parseYuan } from '@/lib/money/parse-yuan';
import { bankCardSchema } from '@/lib/persons/bank-card-schema';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';
import { isGuessable } from './rules';

// The messages are keys of our catalogues: these schemas only ever stand behind the wallet's forms.

/** Digits as a Chinese keyboard may write them count as digits. */
const sixDigits = z
  .string('wallet.problem.password')
  .max(40, 'wallet.problem.password')
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^[0-9]{6}$/, 'wallet.problem.password'));

/** A payment password that is being chosen: not one of those that everybody tries first. */
const newPassword = sixDigits.refine(
  (password) => !isGuessable(password),
  'wallet.problem.passwordWeak',
);

/** An amount in yuan, more than nothing; the use cases bound it. */
const amountSchema = z
  .string('wallet.problem.amount')
  .max(40, 'wallet.problem.amount')
  .transform((typed, context) => {
    const amount = parseYuan(typed);
    if (amount && amount.amountMinor > 0n) return amount;
    const message = amount ? 'wallet.problem.amountZero' : 'wallet.problem.amount';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** The full-width digits of Chinese keyboards count, too. */
const cardNoSchema = z
  .string('wallet.problem.cardNo')
  .max(60, 'wallet.problem.cardNo')
  .transform((typed, context) => {
    const cardNo = bankCardSchema.safeParse(typed.normalize('NFKC').trim());
    if (cardNo.success) return cardNo.data;
    context.addIssue({ code: 'custom', message: 'wallet.problem.cardNo' });
    return z.NEVER;
  });

const cardId = z.string('wallet.problem.card').regex(/^[\w-]{1,64}$/, 'wallet.problem.card');

/** The new password was typed the same way twice. */
const typedTwice = <T extends { password: string; repeat: string }>({ password, repeat }: T) =>
  password === repeat.normalize('NFKC').trim();
const REPEAT = { path: ['repeat'], message: 'wallet.problem.repeat' };

export const activateInput = z
  .object({
    name: personNameSchema,
    idNo: idNoSchema,
    password: newPassword,
    repeat: z.string().max(40),
  })
  .refine(typedTwice, REPEAT)
  .refine(({ password, idNo }) => !idNo.includes(password), {
    path: ['password'],
    message: 'wallet.problem.passwordWeak',
  });

export const resetInput = z
  .object({ code: codeSchema, idNo: idNoSchema, password: newPassword, repeat: z.string().max(40) })
  .refine(typedTwice, REPEAT);

export const bindInput = z.object({ cardNo: cardNoSchema });
export const removeInput = z.object({ card: cardId });
export const withdrawInput = z.object({ card: cardId, amount: amountSchema });
export const confirmInput = withdrawInput.extend({
  requestKey: z.string().regex(/^[\w-]{20,64}$/),
  password: sixDigits,
  code: codeSchema,
});
export const unfreezeInput = z.object({ password: sixDigits, code: codeSchema });
export const nothingInput = z.object({});
