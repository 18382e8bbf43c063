import { cache } from 'react';
import { knownDevice } from '@/app/_server/payer-device';
import type { ClaimView } from '@/lib/refund-cases/claim';
import { getClaim } from '@/lib/refund-cases/get-claim';
import { claimTokenSchema } from '@/lib/refund-cases/refund-claim-schema';

/** What is behind this link for this browser; undefined for an address that is none. */
export const loadClaim = cache(async (given: string): Promise<ClaimView | undefined> => {
  const token = claimTokenSchema.safeParse(given);
  if (!token.success) return undefined;
  return getClaim({ token: token.data, device: await knownDevice() });
});
