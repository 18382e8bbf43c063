import { recordAudit } from '@/lib/audit/record-audit';
import { spendBudget } from '@/lib/auth/budgets';
import { sendText } from '@/lib/auth/client';
import { maskPhone } from '@/lib/auth/rules';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimLink, claimTokenHash } from './refund-claim-link';
import { openClaimPhone } from './refund-claim-phone';
import { againOf, CLAIM_HOURS, claimText, mayClaim } from './refund-claim-rules';
import {
  insertClaim,
  revokeClaim,
  revokeEarlierClaims,
  selectClaimedCase,
} from './refund-claim-store';
import { lockCase } from './store';

/** Who has a link sent: staff, the shopper on the tracker, or nobody in particular when a case opens. */
export type ClaimSender = StaffActor | 'shopper' | 'system';

export type ClaimSent =
  | { outcome: 'sent'; phoneMasked: string }
  | { outcome: 'no_phone' | 'not_sent' };

/**
 * Texts a new link to the payer's known phone, in the place of every earlier one (the shopper's, of those by
 * text alone); those work until the new one is on its way. Only the token's hash is kept. `system` is told by the outcome what others are refused by.
 *
 * @throws Refusal not_permitted, claim_over (decided or ended), too_many_requests; claim_no_phone and
 * claim_not_sent (the gateway did not take it) unless by the system
 */
export async function sendClaim({
  caseId,
  by,
}: {
  caseId: string;
  by: ClaimSender;
}): Promise<ClaimSent> {
  if (typeof by === 'object') requireMay(by, 'case.send_claim');
  const known = await selectClaimedCase(caseId);
  if (!mayClaim(known.state)) throw new Refusal('claim_over', { caseId });
  await spendBudget('claim-case-hour', caseId);
  await spendBudget('claim-case-day', caseId);
  const sender = typeof by === 'object' ? by.id : by;
  const phone = await openClaimPhone(known, `refund claim:${sender}`);
  if (!phone) return refused(by, 'no_phone', caseId);
  await spendBudget('claim-phone-day', phone);

  const hours = by === 'system' ? CLAIM_HOURS.unasked : CLAIM_HOURS.asked;
  const claim = { id: newId('rcl'), caseId, phoneMasked: maskPhone(phone) };
  const token = newToken();
  await inTransaction(async (tx) => {
    const { state } = await lockCase(tx, caseId);
    if (!mayClaim(state)) throw new Refusal('claim_over', { caseId });
    const tokenHash = claimTokenHash(token);
    const rest = { proof: 'phone_code', openedBy: sender, identityNote: null, hours } as const;
    await insertClaim(tx, { ...claim, ...rest, tokenHash });
    if (typeof by !== 'object') return;
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.send_claim',
      subjectType: 'refund_case',
      subjectId: caseId,
      after: { claimId: claim.id, phone: claim.phoneMasked },
    });
  });
  const { merchant, amount, lastEvent } = known;
  const again = againOf(known.state, lastEvent);
  try {
    await sendText({
      phone,
      text: claimText({ merchant, amount, again, link: claimLink(token), hours }),
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ caseId, ...error.facts }, 'a claim link was not sent');
    await inTransaction((tx) => revokeClaim(tx, claim.id));
    return refused(by, 'not_sent', caseId);
  }
  // What two people of ours opened is not for a browser to end that only asks for another link.
  const ends = by === 'shopper' ? 'phone_code' : null;
  await inTransaction((tx) => revokeEarlierClaims(tx, claim, ends));
  return { outcome: 'sent', phoneMasked: claim.phoneMasked };
}

function refused(by: ClaimSender, outcome: 'no_phone' | 'not_sent', caseId: string): ClaimSent {
  if (by === 'system') return { outcome };
  throw new Refusal(outcome === 'no_phone' ? 'claim_no_phone' : 'claim_not_sent', { caseId });
}
