import type { ChannelContract, PaymentChannel } from '@/lib/channels/port';
import type { Permission } from '@/lib/core/permissions';
import type { Money } from '@/lib/money/money';

/** A channel beyond our own ledger that payments may run on. */
export type ContractChannel = Exclude<PaymentChannel, 'balance'>;
export const CONTRACT_CHANNELS: readonly ContractChannel[] = ['unionpay', 'netsunion', 'carrier'];

/** Those of them that carry bound cards. */
export type CardChannel = Exclude<ContractChannel, 'carrier'>;
export const CARD_CHANNELS: readonly CardChannel[] = ['unionpay', 'netsunion'];
export const isCardChannel = (channel: ContractChannel): channel is CardChannel =>
  channel !== 'carrier';

/** Under what terms a merchant's payments run on a channel. */
export interface Contract {
  /** null: the one of the environment, for merchants without a row of their own. */
  id: string | null;
  channel: ContractChannel;
  permissions: readonly Permission[];
  /** As the adapter needs it; absent where the adapter's own configuration is the contract. */
  channelContract?: ChannelContract;
  /** What the channel takes of us, in millionths of the amount. */
  debitCostMillionths: number;
  creditCostMillionths: number;
  least: Money | null;
  most: Money | null;
  /** Opening hours in Beijing, "HH:MM-HH:MM"; null is always. */
  hours: string | null;
}
