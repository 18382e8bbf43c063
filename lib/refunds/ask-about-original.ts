import { inTransaction } from '@/lib/core/unit-of-work';
import { askAboutAttempt } from '@/lib/payments/ask-about-attempt';
import { readAttempt } from '@/lib/payments/read-attempt';
import { keepEvidence } from './chain-store';
import { originalFacts } from './original-rules';
import { isHeld } from './rules';
import { selectRefund, selectRefundsOfAttempt } from './store';

/**
 * Of a refund that is held: asks the channel about the payment itself and adds up what our refunds of it
 * have given back, for the person who decides. Only evidence: nothing follows from it by itself.
 */
export async function askAboutOriginal(refundId: string): Promise<void> {
  const refund = await selectRefund(refundId);
  if (!isHeld(refund)) return;
  const attempt = await readAttempt(refund.attemptId);
  const word = await askAboutAttempt(attempt);
  const refunds = await selectRefundsOfAttempt(refund.attemptId);
  await inTransaction((tx) => keepEvidence(tx, refundId, originalFacts({ refund, word, refunds })));
}
