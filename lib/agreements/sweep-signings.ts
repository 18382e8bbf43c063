import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimDueSignings } from './channel-agreement-store';
import { failSigning } from './fail-signing';
import { selectAbandoned } from './store';

const AT_ONCE = 50;

/**
 * Has every signing in doubt and every unconfirmed ending asked about whose time has come, and gives
 * up signings that nobody goes on with, whose elements are then destroyed. Answers how many. Safe
 * with many workers.
 */
export async function sweepSignings(): Promise<number> {
  const due = await inTransaction(async (tx) => {
    const ids = await claimDueSignings(tx, AT_ONCE);
    const jobs = ids.map((channelAgreementId) => ({ channelAgreementId }));
    await enqueueJobs(tx, 'resolve-signing', jobs);
    return ids.length;
  });
  const abandoned = await inTransaction((tx) => selectAbandoned(tx, AT_ONCE));
  for (const agreementId of abandoned) {
    const cause = 'nobody went on with it';
    await failSigning({ agreementId, reason: 'abandoned', actor: 'schedule', cause });
  }
  return due + abandoned.length;
}
