import { findPayee } from '@/lib/payouts/find-payee';
import type { ClaimView } from './claim';
import { findPayerBalance } from './find-payer-balance';
import { findStandingClaim } from './refund-claim-check';
import { claimPhoneOf } from './refund-claim-phone';
import { againOf, mayClaim } from './refund-claim-rules';
import type { ClaimedCase, KeptClaim } from './refund-claim-store';

/**
 * What a claim's page shows in that browser. Whoever has not proved the link sees what is refunded by which shop
 * and where the code goes, nothing about a payee.
 * Undefined for a link that never was one.
 */
export async function getClaim(asked: {
  token: string;
  device: string | undefined;
}): Promise<ClaimView | undefined> {
  const found = await findStandingClaim(asked);
  if (!found) return undefined;
  const { claim, known, now, standing } = found;
  const { caseId, state: caseState, cause, amount, merchantOrderNo } = known;
  const { mode, name, nameEn } = known.merchant;
  return {
    standing,
    proof: claim.proof,
    caseId,
    caseState,
    cause,
    amount,
    merchant: { mode, name, nameEn },
    merchantOrderNo,
    phoneMasked: claimPhoneOf(known).masked ?? claim.phoneMasked,
    expiresAt: claim.expiresAt,
    claimBy: known.claimBy,
    own: standing === 'proved' ? await ownOf(claim, known, now) : null,
  };
}

async function ownOf(
  claim: KeptClaim,
  known: ClaimedCase,
  now: Date,
): Promise<NonNullable<ClaimView['own']>> {
  const mayName = mayClaim(known.state) && claim.expiresAt > now;
  const [payee, balance] = await Promise.all([
    known.payeeId ? findPayee({ payeeId: known.payeeId }) : undefined,
    mayName ? findPayerBalance(known, claim) : undefined,
  ]);
  const paid = known.state === 'paid';
  return {
    payee: payee ?? null,
    nameReason: claim.nameReason,
    mayName,
    mayUseBalance: balance !== undefined,
    again: againOf(known.state, known.lastEvent),
    bankRef: paid ? known.bankRef : null,
    paidAt: paid ? known.paidAt : null,
  };
}
