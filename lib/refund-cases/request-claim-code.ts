import { requestPhoneCode } from '@/lib/auth/request-phone-code';
import { maskPhone } from '@/lib/auth/rules';
import { Refusal } from '@/lib/core/errors';
import { provableClaim } from './refund-claim-check';
import { openClaimPhone } from './refund-claim-phone';

/**
 * Sends the code that proves a link to the payer's known phone. It is good for this refund alone.
 *
 * @throws Refusal claim_unknown, claim_expired, claim_over, claim_no_phone, code_not_sent, too_many_requests
 */
export async function requestClaimCode(asked: {
  token: string;
  /** The browser that asks, by its own name, and from where. */
  device: string;
  address: string;
}): Promise<{ phoneMasked: string }> {
  const { device, address } = asked;
  const { claim, known } = await provableClaim(asked);
  if (claim.proof !== 'phone_code') throw new Refusal('claim_unknown');
  const phone = await openClaimPhone(known, 'refund claim');
  if (!phone) throw new Refusal('claim_no_phone', { caseId: known.caseId });
  const purpose = `refund-claim:${known.caseId}` as const;
  await requestPhoneCode({ phone, purpose, device, address });
  return { phoneMasked: maskPhone(phone) };
}
