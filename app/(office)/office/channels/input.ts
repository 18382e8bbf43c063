import { z } from 'zod';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { causeField, LIMITS_PROBLEM, limitsInOrder, TERMS_SHAPE, termsFrom } from './terms-input';

const CONTRACT_ID = /^ctr_[0-9a-z]{26}$/;

/** What the form of a contract's terms sends; without an id it is the environment's. */
export const agreeTermsInput = z
  .object({
    ...TERMS_SHAPE,
    contractId: z
      .string()
      .refine((text) => text === '' || CONTRACT_ID.test(text))
      .transform((text) => text || null),
  })
  .refine(limitsInOrder, LIMITS_PROBLEM)
  .transform(({ channel, contractId, cause, ...fields }) => ({
    channel,
    contractId,
    cause,
    terms: termsFrom({ channel, cause, ...fields }),
  }));

/** What the form that ends a merchant's own contract sends. */
export const closeContractInput = z.object({
  channel: z.enum(CONTRACT_CHANNELS),
  contractId: z.string().regex(CONTRACT_ID),
  cause: causeField,
});
