import type { Outcome } from '@/lib/channels/port';
import { closeAttempt } from './close-attempt';
import { confirmHeldPayment } from './confirm-held-payment';
import { type SettleOutcome, settleOutcome } from './settle-outcome';

/**
 * Commits the channel's word and does at once what it waits for from us. Answers the last word. A
 * crash in between leaves a payment that the channel will say the same about when it is asked.
 */
export async function actOnOutcome(word: SettleOutcome): Promise<Outcome> {
  const { attemptId, outcome, actor } = word;
  await settleOutcome(word);
  switch (outcome.kind === 'pending' ? outcome.ours : undefined) {
    case 'confirm':
      return confirmHeldPayment({ attemptId, actor });
    case 'cancel':
      return closeAttempt({ attemptId, actor, cause: 'the code got lost', reason: 'code_lost' });
    case undefined:
      return outcome;
  }
}
