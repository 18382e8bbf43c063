import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { readAccountRef } from '../../read-account-ref';

const REQUIRED = 'common.problem.required';

/** What the form of an account's state sends. */
export const switchAccountInput = z.object({
  account: z.string().transform(readAccountRef),
  to: z.enum(['frozen', 'active']),
  // Control characters have no business in a reason, and NUL is refused by PostgreSQL.
  cause: z
    .string()
    .trim()
    .min(1, REQUIRED)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  code: staffCodeSchema,
});
