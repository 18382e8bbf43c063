import { z } from 'zod';

const refund = {
  orderId: z.string().regex(/^ord_[0-9a-z]{26}$/),
  refundId: z.string().regex(/^ref_[0-9a-z]{26}$/),
};
const PROBLEM = 'refunds.decide.declineProblem';

export const approveInput = z.object(refund);

/** The shopper reads the reason: there is one, in words. */
export const declineInput = z.object({
  ...refund,
  reason: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, PROBLEM)
        .refine((text) => [...text].length <= 200, PROBLEM)
        .regex(/^[^\p{Cc}\p{Cf}]*$/u, PROBLEM),
    ),
});
