import { z } from 'zod';

/** Exactly six ASCII digits. */
export const paymentPasswordSchema = z.string().regex(/^[0-9]{6}$/, 'six digits');

/** The merchant's own name for its shopper; nothing is read into it. */
export const referenceSchema = z
  .string()
  .min(1)
  .max(128)
  // Control characters have no business in a name, and NUL is refused by PostgreSQL.
  .regex(/^\P{Cc}+$/u, 'no control characters');
