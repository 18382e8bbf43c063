import { spendBudget } from '@/lib/auth/budgets';
import { Refusal } from '@/lib/core/errors';
import { selectCaseOfRefund } from './refund-claim-store';
import { sendClaim } from './send-claim';

/**
 * A new link, asked for by whoever has found the order's receipt by its number and phone tail; it goes to the
 * payer's known phone and nowhere else.
 *
 * @throws Refusal not_found, claim_over, claim_no_phone, claim_not_sent, too_many_requests
 */
export async function resendClaim(asked: {
  orderId: string;
  refundId: string;
  /** The browser that asks, by its own name, and from where. */
  device: string;
  address: string;
}): Promise<{ phoneMasked: string }> {
  const { orderId, refundId, device, address } = asked;
  await spendBudget('claim-device', device);
  await spendBudget('claim-address', address);
  const caseId = await selectCaseOfRefund({ orderId, refundId });
  if (!caseId) throw new Refusal('not_found', { refundId });
  const sent = await sendClaim({ caseId, by: 'shopper' });
  if (sent.outcome !== 'sent') throw new Refusal('claim_not_sent', { caseId });
  return { phoneMasked: sent.phoneMasked };
}
