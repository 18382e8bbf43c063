import { spendBudget } from '@/lib/auth/budgets';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepPayee, type NamedPayee } from '@/lib/payouts/keep-payee';
import type { NameReason } from './claim';
import { claimCase } from './claim-case';
import { findPayerBalance } from './find-payer-balance';
import { isPayersName } from './payer-name';
import { provedClaim } from './refund-claim-check';
import type { PayeeInput } from './refund-claim-schema';
import { type ClaimedCase, type KeptClaim, lockClaim, markNamed } from './refund-claim-store';
import { lockCase } from './store';
import { verifyCard } from './verify-card';

type Named = { payee: NamedPayee; nameReason: NameReason | null };

/**
 * The shopper says where their refund goes, or says it anew until everybody has approved: whatever was proposed
 * before is void then. A card is verified first; one of another name than the payer's is taken only with a
 * reason, and looked at by two seniors. What was typed rests in the vault alone.
 *
 * @throws Refusal claim_unknown, claim_unproved, claim_expired, claim_over, payee_mismatch, payee_name_other,
 * payee_card_credit, balance_not_offered, verification_unavailable, too_many_requests
 */
export async function namePayee(
  given: PayeeInput & { device: string; address: string },
): Promise<{ payeeId: string }> {
  const { claim, known } = await provedClaim(given);
  const named =
    given.to === 'card' ? await readCard(given, known) : await readBalance(known, claim);
  return inTransaction(async (tx) => {
    await lockCase(tx, known.caseId);
    await lockClaim(tx, claim.id);
    // The bank was asked meanwhile: link and case may have come to their end.
    await provedClaim(given, tx);
    const { payeeId } = await keepPayee(tx, named.payee);
    const cause = claim.namedAt ? 'corrected by the shopper' : 'named by the shopper';
    await claimCase(tx, { caseId: known.caseId, payeeId, actor: 'shopper', cause });
    await markNamed(tx, claim.id, named.nameReason);
    return { payeeId };
  });
}

async function readCard(
  given: Extract<PayeeInput, { to: 'card' }> & { address: string },
  known: ClaimedCase,
): Promise<Named> {
  // Nobody may guess whose a card is.
  await spendBudget('claim-name', known.caseId);
  await spendBudget('identity-address', given.address);
  const { cardNo, name, idNo, phone } = given;
  const nameMatches = await isPayersName(known, name);
  const nameReason = nameMatches === false ? given.nameReason : null;
  if (nameReason === undefined) throw new Refusal('payee_name_other');
  const verified = await verifyCard({ cardNo, name, idNo, phone });
  return { payee: { kind: 'card', cardNo, name, idNo, ...verified, nameMatches }, nameReason };
}

async function readBalance(known: ClaimedCase, claim: KeptClaim): Promise<Named> {
  const balance = await findPayerBalance(known, claim);
  if (!balance) throw new Refusal('balance_not_offered');
  // Whose the card is that paid is known; of other payments, only who signs in with the phone.
  const nameMatches = known.agreementId ? true : null;
  return { payee: { kind: 'balance', ...balance, nameMatches }, nameReason: null };
}
