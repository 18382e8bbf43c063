import { answerDecision } from './answer-decision';
import { declineRefund } from './decline-refund';
import type { DeclineRefundInput } from './schema';

/**
 * A merchant's server declines what a shopper asked for; the first words stay. Refusals: refund_not_found
 * (another merchant's, too), state_conflict (it goes back already)
 */
export const declineRefundByApi = ({
  input: { reason },
  idempotencyKey,
  ...asked
}: {
  merchantId: string;
  refundId: string;
  idempotencyKey: string;
  input: DeclineRefundInput;
}) =>
  answerDecision(
    { ...asked, idempotencyKey, decision: { decline: reason } },
    () => declineRefund({ ...asked, actor: 'merchant', reason }),
    ({ state }) => state === 'declined',
  );
