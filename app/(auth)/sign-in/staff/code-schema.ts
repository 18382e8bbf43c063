import { z } from 'zod';
import { sixDigitsOf } from '@/lib/core/six-digits';

/** The six digits of an authenticator, as people type or paste them. */
export const staffCodeSchema = z
  .string()
  .max(40)
  .transform(sixDigitsOf)
  .pipe(z.string().regex(/^[0-9]{6}$/, 'staff.problem.code'));
