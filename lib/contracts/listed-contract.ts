import type { ChannelContract } from '@/lib/channels/port';
import type { Contract } from './contract';

/** A contract that holds now, as those see it who agree it. */
export interface ListedContract extends Contract {
  channelContract: ChannelContract;
  /** null: for every merchant that has none of its own. */
  merchantId: string | null;
  /** null: it is the environment's. */
  since: Date | null;
}
