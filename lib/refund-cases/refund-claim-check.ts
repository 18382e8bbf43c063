import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { browserHash } from '@/lib/orders/browser-hash';
import { claimTokenHash } from './refund-claim-link';
import { mayClaim, standingOf } from './refund-claim-rules';
import {
  type ClaimedCase,
  type KeptClaim,
  lockClaim,
  selectClaimByToken,
  selectClaimedCase,
} from './refund-claim-store';

/**
 * An identity check's claim that has not been handed over yet, locked.
 *
 * @throws Refusal claim_unknown, claim_over, claim_expired
 */
export async function waitingClaim(tx: Tx, claimId: string): Promise<KeptClaim> {
  const claim = await lockClaim(tx, claimId);
  if (claim?.proof !== 'identity_check' || claim.revokedAt || claim.handedAt) {
    throw new Refusal('claim_unknown', { claimId });
  }
  const { state } = await selectClaimedCase(claim.caseId, tx);
  if (!mayClaim(state)) throw new Refusal('claim_over', { claimId });
  if (claim.expiresAt <= (await databaseNow(tx))) throw new Refusal('claim_expired', { claimId });
  return claim;
}

/** The link of that token as it stands in that browser, and its refund; undefined where there is none. */
export async function findStandingClaim(
  { token, device }: { token: string; device: string | undefined },
  tx?: Tx,
) {
  const claim = await selectClaimByToken(claimTokenHash(token), tx);
  if (!claim) return undefined;
  const known = await selectClaimedCase(claim.caseId, tx);
  const now = await databaseNow(tx);
  const browser = device === undefined ? undefined : browserHash(device);
  const standing = standingOf({ claim, caseState: known.state, now, browser });
  return { claim, known, now, standing };
}

async function standingClaim(given: { token: string; device: string }, tx?: Tx) {
  const found = await findStandingClaim(given, tx);
  if (!found) throw new Refusal('claim_unknown');
  return found;
}

/**
 * A link that can still be proved.
 *
 * @throws Refusal claim_unknown, claim_expired, claim_over
 */
export async function provableClaim(
  given: { token: string; device: string },
  tx?: Tx,
): Promise<{ claim: KeptClaim; known: ClaimedCase }> {
  const { claim, known, standing } = await standingClaim(given, tx);
  if (standing === 'to_prove') return { claim, known };
  if (standing === 'proved' || standing === 'over') throw new Refusal('claim_over');
  throw new Refusal(standing === 'expired' ? 'claim_expired' : 'claim_unknown');
}

/**
 * A link that this browser has proved, while a payee may still be named.
 *
 * @throws Refusal claim_unknown, claim_unproved, claim_expired, claim_over
 */
export async function provedClaim(
  given: { token: string; device: string },
  tx?: Tx,
): Promise<{ claim: KeptClaim; known: ClaimedCase }> {
  const { claim, known, now, standing } = await standingClaim(given, tx);
  if (standing === 'revoked') throw new Refusal('claim_unknown');
  if (standing !== 'proved') throw new Refusal('claim_unproved');
  if (!mayClaim(known.state)) throw new Refusal('claim_over');
  if (claim.expiresAt <= now) throw new Refusal('claim_expired');
  return { claim, known };
}
