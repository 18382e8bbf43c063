import { z } from 'zod';
import { staffCodeSchema } from '@/app/(auth)/sign-in/staff/code-schema';
import { emailSchema } from '@/lib/auth/schema';

const WHY = 'refunds.officeTerms.whyProblem';

const merchantId = z.string().regex(/^[a-z0-9_]{1,50}$/);
const why = z
  .string()
  .trim()
  .min(1, WHY)
  .max(200, WHY)
  .regex(/^\P{Cc}+$/u, WHY);

/** What is agreed with a merchant about refunds, and why it changes. */
export const refundTermsInput = z.object({
  merchantId,
  refundFee: z.enum(['kept', 'returned']),
  unclaimedRefund: z.enum(['merchant', 'balance', 'suspense']),
  why,
  code: staffCodeSchema,
});

/** That a merchant takes real payments from now on, and on what ground. */
export const openLiveInput = z.object({ merchantId, why, code: staffCodeSchema });

/** Who is to be a merchant's owner. */
export const ownerInput = z.object({ merchantId, email: emailSchema, code: staffCodeSchema });

const NAME = 'members.newMerchant.nameProblem';
const name = z
  .string()
  .trim()
  .min(1, NAME)
  .max(64, NAME)
  .regex(/^\P{Cc}+$/u, NAME);

/** A merchant in both languages, and who is to be its first owner. */
export const newMerchantInput = z.object({
  name,
  nameEn: name,
  email: emailSchema,
  code: staffCodeSchema,
});
