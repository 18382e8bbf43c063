import { spendBudget } from '@/lib/auth/budgets';
import { checkPhoneCode } from '@/lib/auth/check-phone-code';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { browserHash } from '@/lib/orders/browser-hash';
import { provableClaim } from './refund-claim-check';
import { openClaimPhone } from './refund-claim-phone';
import { type ClaimedCase, lockClaim, markProved } from './refund-claim-store';

export interface ProveClaim {
  token: string;
  /** The six digits that were texted to the payer's phone; none for a link of an identity check. */
  code: string | undefined;
  device: string;
  address: string;
}

/**
 * Binds a link to the browser that proves it: by the code that went to the payer's phone, or, where somebody of
 * the office has checked who they are, by being the first to open it.
 *
 * @throws Refusal claim_unknown, claim_expired, claim_over, claim_no_phone, sign_in_code_wrong,
 * too_many_requests
 */
export async function proveClaim(given: ProveClaim): Promise<void> {
  const { claim, known } = await provableClaim(given);
  if (claim.proof === 'phone_code') await checkCode(given, known);
  await inTransaction(async (tx) => {
    await lockClaim(tx, claim.id);
    // What has become of it meanwhile.
    await provableClaim(given, tx);
    await markProved(tx, claim.id, browserHash(given.device));
  });
}

async function checkCode({ code, address }: ProveClaim, known: ClaimedCase): Promise<void> {
  if (code === undefined) throw new Refusal('sign_in_code_wrong');
  await spendBudget('claim-prove', known.caseId);
  const phone = await openClaimPhone(known, 'refund claim');
  if (!phone) throw new Refusal('claim_no_phone', { caseId: known.caseId });
  const purpose = `refund-claim:${known.caseId}` as const;
  await checkPhoneCode({ phone, purpose, code, address });
}
