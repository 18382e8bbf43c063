import { z } from 'zod';
import { sixDigitsOf } from '@/lib/core/six-digits';
import { LONGEST_REASON } from '@/lib/refund-cases/reason';

export const CASE_ID = z.string().regex(/^rcs_[0-9a-z]{26}$/);
const CLAIM_ID = z.string().regex(/^rcl_[0-9a-z]{26}$/);

/** What one colleague writes for another: a few lines, no other control characters. */
const reason = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'common.problem.required')
      .max(LONGEST_REASON)
      .regex(/^[^\p{Cc}]*(?:\n[^\p{Cc}]*)*$/u),
  );

const code = z
  .string()
  .transform(sixDigitsOf)
  .pipe(z.string().regex(/^\d{6}$/, 'officeCase.acts.codeProblem'));

const caseId = CASE_ID;
export const caseInput = z.object({ caseId });
export const reasonInput = z.object({ caseId, reason });
export const assignInput = z.object({ caseId, reason, to: z.string().regex(/^[\w-]{1,64}$/) });
export const endInput = z.object({ caseId, reason, code });
export const approveInput = z.object({
  caseId,
  code,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export const approveClaimInput = z.object({ caseId, claimId: CLAIM_ID, code });
export const handClaimInput = z.object({ caseId, claimId: CLAIM_ID });
