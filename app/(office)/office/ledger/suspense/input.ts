import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { isVirtualNumber } from '@/lib/virtual-accounts/rules';

/** What the form of one case sends; the number as a person copies it, in groups of four or not. */
export const assignCaseInput = z.object({
  caseId: z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/),
  number: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .refine(isVirtualNumber, 'office.suspense.numberProblem'),
  code: staffCodeSchema,
});
