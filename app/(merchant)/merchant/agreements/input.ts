import { z } from 'zod';

/** What the form of one bound card sends. */
export const endAgreementInput = z.object({
  agreementId: z.string().regex(/^agr_[0-9a-z]{26}$/),
});
