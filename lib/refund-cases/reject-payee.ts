import { databaseNow } from '@/lib/core/clock';
import { enqueueJob } from '@/lib/core/queue';
import { expiryOf } from './case-rules';
import { dropPayee } from './drop-rest';
import { type StepBack, stepBack } from './step-back';

/**
 * Will not pay whom the shopper named: that payee is forgotten, and the shopper gets a new link, and the
 * whole time anew, to name another one.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (why), state_conflict
 */
export const rejectPayee = (given: StepBack): Promise<void> =>
  stepBack(given, {
    action: 'case.send_back',
    event: 'reject',
    set: async (tx) => ({ payeeId: null, expiresAt: expiryOf(await databaseNow(tx)) }),
    also: async (tx, before) => {
      await dropPayee(tx, before);
      await enqueueJob(tx, 'send-refund-claim', { caseId: before.id });
    },
  });
