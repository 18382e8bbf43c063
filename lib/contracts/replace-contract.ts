import type { ChannelContract } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import type { ContractChannel } from './contract';
import type { ContractTerms } from './schema';
import { endContract, insertContract } from './terms-store';

/** Why and by whom a contract is agreed anew. */
export interface Agreed {
  actor: string;
  cause: string;
}

/** Ends the live contract, if there is one, and writes the one that holds from now on; its id. */
export async function replaceContract(
  tx: Tx,
  {
    live,
    actor,
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
    actor,
    cause,
  });
  return id;
}
