import { sha256 } from '@/lib/core/crypto';
import type { Payee } from '@/lib/payouts/payee';
import type { RefundCase } from './refund-case';

/**
 * Of all that a checker agrees to: how much, to whom and how that was proved, and which refund it
 * pays by which way. Any of it changed is another hash.
 */
export function contentHashOf(
  refundCase: Pick<RefundCase, 'id' | 'refundId' | 'channel' | 'amount'>,
  payee: Payee,
): string {
  const { id, refundId, channel, amount } = refundCase;
  return sha256(
    JSON.stringify([
      ['case', id, refundId],
      ['route', 'transfer', `refunds_payable:${channel}`],
      ['amount', amount.amountMinor.toString(), amount.currency],
      ['payee', payee.id, payee.kind, payee.cardHash, payee.customerId, payee.nameHash],
      ['proof', payee.proof, payee.nameMatches],
    ]),
  );
}
