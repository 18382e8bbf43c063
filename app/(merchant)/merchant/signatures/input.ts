import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';

export const addKeyInput = z.object({
  publicKey: z.string().trim().min(1, 'common.problem.required').max(1_000),
  code: staffCodeSchema,
});

/** A box that is not ticked sends nothing. */
const ticked = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

export const termsInput = z.object({
  signedRequests: ticked,
  sm2Notices: ticked,
  code: staffCodeSchema,
});
