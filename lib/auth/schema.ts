import { z } from 'zod';
import { safeNextPath } from './rules';

// The messages are keys of our catalogues: these schemas only ever stand behind our forms.

// What people and their phones put between digits, and the full-width digits of Chinese keyboards.
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[\s\-()]/g, '');

/** A mainland mobile number, with or without +86, as its eleven digits. */
export const phoneSchema = z
  .string()
  .max(40)
  .transform((text) => digitsOf(text).replace(/^(\+|00)?86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^1[3-9][0-9]{9}$/, 'signIn.problem.phone'));

/** The six digits of a sign-in code. */
export const codeSchema = z
  .string()
  .max(40)
  .transform(digitsOf)
  .pipe(z.string().regex(/^[0-9]{6}$/, 'signIn.problem.code'));

/** E-mail addresses are kept and compared in lower case. */
export const emailSchema = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('signIn.problem.email'));

// Longer texts only make the hash work for nothing.
export const passwordSchema = z.string().min(1, 'common.problem.required').max(256);

/** A password that somebody chooses for the office. */
export const newPasswordSchema = z.string().min(12, 'staff.problem.password').max(256);

/** Where to go after signing in; anything but a path of ours is as good as nothing. */
export const nextSchema = z.string().optional().transform(safeNextPath);
