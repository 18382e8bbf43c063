import { answerDecision } from './answer-decision';
import { approveRefund } from './approve-refund';

/**
 * A merchant's server allows what a shopper asked for. Refusals: refund_not_found (another merchant's, too),
 * state_conflict (it was declined, or no shopper asked for it)
 */
export const approveRefundByApi = ({
  idempotencyKey,
  ...asked
}: {
  merchantId: string;
  refundId: string;
  idempotencyKey: string;
}) =>
  answerDecision(
    { ...asked, idempotencyKey, decision: { approve: true } },
    () => approveRefund({ ...asked, actor: 'merchant' }),
    ({ askedBy, state }) => askedBy === 'shopper' && state !== 'declined',
  );
