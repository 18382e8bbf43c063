import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ContractChannel } from './contract';
import type { Agreed } from './replace-contract';
import { endContract, lockContracts, selectOwnContract, selectParty } from './terms-store';

/**
 * Ends a merchant's own contract: from now on the one for all merchants holds for it; what ran under
 * its own stays with that. Refusals: not_permitted, not_found (also for the one for all, which is only replaced),
 * and state_conflict when it is no longer the one that holds.
 */
export async function closeContract({
  channel,
  contractId,
  by,
  cause,
}: Agreed & { channel: ContractChannel; contractId: string }): Promise<void> {
  requireMay(by, 'contract.change');
  await inTransaction(async (tx) => {
    const party = await selectParty(tx, contractId, channel);
    if (!party?.merchantId) throw new Refusal('not_found', { channel });
    await lockContracts(tx, channel, party.merchantId);
    const live = await selectOwnContract(channel, party.merchantId, tx);
    if (live?.id !== contractId) throw new Refusal('state_conflict', { channel });
    const shared = await selectOwnContract(channel, null, tx);
    await endContract(tx, contractId);
    await recordTransition(tx, {
      subjectType: 'contract',
      subjectId: `${channel}:${party.merchantId}`,
      event: 'end',
      from: contractId,
      to: shared?.id ?? 'environment',
      actor: by.id,
      cause,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'contract.change',
      subjectType: 'contract',
      subjectId: `${channel}:${party.merchantId}`,
      why: cause,
      before: { contract: contractId },
      after: { contract: shared?.id ?? 'environment' },
    });
  });
}
