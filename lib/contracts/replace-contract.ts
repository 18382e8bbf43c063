import { recordAudit } from '@/lib/audit/record-audit';
import type { ChannelContract } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { formatAmount } from '@/lib/money/format-money';
import type { ContractChannel } from './contract';
import type { ContractTerms } from './schema';
import { endContract, insertContract } from './terms-store';

/** Why and by whom a contract is agreed anew. */
export interface Agreed {
  by: StaffActor;
  cause: string;
}

/** Ends the live contract, if there is one, and writes the one that holds from now on; its id. */
export async function replaceContract(
  tx: Tx,
  {
    live,
    by,
    cause,
    ...contract
  }: Agreed & {
    live: string | null;
    channel: ContractChannel;
    merchantId: string | null;
    channelContract: ChannelContract;
    terms: ContractTerms;
  },
): Promise<string> {
  const id = newId('ctr');
  if (live) await endContract(tx, live);
  await insertContract(tx, { id, ...contract });
  await recordTransition(tx, {
    subjectType: 'contract',
    subjectId: `${contract.channel}:${contract.merchantId ?? 'all'}`,
    event: 'agree',
    from: live ?? 'environment',
    to: id,
    actor: by.id,
    cause,
  });
  await recordAudit(tx, {
    actor: by.id,
    action: 'contract.change',
    subjectType: 'contract',
    subjectId: `${contract.channel}:${contract.merchantId ?? 'all'}`,
    why: cause,
    before: { contract: live ?? 'environment' },
    after: { contract: id, ...factsOf(contract.terms) },
  });
  return id;
}

const factsOf = (terms: ContractTerms) => ({
  permissions: terms.permissions.join(' '),
  debitCostMillionths: terms.debitCostMillionths,
  creditCostMillionths: terms.creditCostMillionths,
  least: terms.least ? formatAmount(terms.least) : null,
  most: terms.most ? formatAmount(terms.most) : null,
  hours: terms.hours,
});
