import type { Health } from '@/lib/channel-health/health';
import type { CardType } from '@/lib/channels/port';
import type { Contract, ContractChannel } from '@/lib/contracts/contract';
import type { Permission } from '@/lib/core/permissions';
import type { Money } from '@/lib/money/money';
import type { RankedLine } from './line-route';

/** What routing wants to know of a contract. */
export interface ContractTerms
  extends Pick<Contract, 'permissions' | 'hours' | 'debitCostMillionths' | 'creditCostMillionths'> {
  leastMinor: bigint | null;
  mostMinor: bigint | null;
}

export interface Candidate {
  channel: ContractChannel;
  contract: ContractTerms | null;
  /** The permission that the contract must hold for this payment. */
  needs: Permission | null;
  supportsCard: boolean;
  /** Is the card signed there already? Otherwise the shopper is sent a code first. */
  agreement: 'active' | 'none';
  health: Health;
  /** It has said beforehand that it takes nothing now. */
  inMaintenance: boolean;
}

export interface RoutingFacts {
  amount: Money;
  /** null while nobody knows which card it will be. */
  cardType: CardType | null;
  /** By the database's clock. */
  now: Date;
  candidates: readonly Candidate[];
  /** Those that were tried and are known not to have charged. */
  exclude?: readonly ContractChannel[];
}

/** Why a channel cannot carry it … */
export type Obstacle =
  | 'excluded'
  | 'no_contract'
  | 'not_permitted'
  | 'card_unsupported'
  | 'below_least'
  | 'above_most'
  | 'closed_now'
  | 'maintenance'
  | 'breaker_open';

/** … or why another one was better. `later`: nothing told them apart but the order of the house. */
export type Drawback = 'less_reliable' | 'dearer' | 'not_signed' | 'later';

export interface RankedChannel {
  channel: ContractChannel;
  usable: boolean;
  reason: 'chosen' | Obstacle | Drawback;
  /** What the channel takes of us for it, in fen; null without a contract. */
  costFen: string | null;
  successRate: number | null;
  agreement: 'active' | 'none';
}

/** Nothing in it that JSON has no words for: it is kept with the attempt. */
export interface Route {
  chosen: ContractChannel | null;
  /** The chosen one's breaker is not closed: the probe has to be claimed before it is called. */
  probe: boolean;
  /** The best first; those that cannot be used at the end. */
  ranking: RankedChannel[];
  /** A phone's bill: the lines of its carrier, in the same way. */
  lines?: RankedLine[];
}
