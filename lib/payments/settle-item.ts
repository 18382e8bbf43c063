import type { CardType, Evidence } from '@/lib/channels/port';
import { newId } from '@/lib/core/ids';
import type { SqlAnswer } from '@/lib/core/sql-answer';
import { sources } from '@/lib/core/transitions';
import type { EntryJson } from '@/lib/ledger/entry';
import { entryOf } from '@/lib/ledger/entry';
import type { AccountingEvent } from '@/lib/ledger/events';
import { ORDER, type OrderEvent } from '@/lib/orders/states';
import type { CountedQuota } from '@/lib/persons/quota';
import type { Attempt } from './attempt';
import { ATTEMPT, type AttemptEvent, type AttemptState } from './states';

/** One payment as settle_payments reads it (see its migration). */
export interface SettleItem {
  actor: string;
  cause: string;
  attempt: {
    id: string;
    from: AttemptState[];
    event: AttemptEvent;
    to: AttemptState;
    channelRef?: string;
    cardType?: CardType;
    evidence?: Evidence;
    create?: Record<string, string>;
  };
  order?: { id: string; from: string[]; event: OrderEvent; unexpired: boolean };
  /** What the payer may pay from balances, counted in the same commit. */
  quota?: CountedQuota;
  entry: EntryJson;
  event?: { id: string; topic: string; merchantId: string };
}

export type SettleAnswer = SqlAnswer<true>;

/** The item that moves an attempt, and with it, where an event is named, its order to paid. */
export function settleItem(facts: {
  attempt: Pick<Attempt, 'id' | 'orderId' | 'merchantId'>;
  event: AttemptEvent;
  to: AttemptState;
  order?: { event: OrderEvent; unexpired: boolean };
  booked: AccountingEvent;
  actor: string;
  cause: string;
}): SettleItem {
  const { attempt, event, to, order, actor, cause } = facts;
  const base = {
    actor,
    cause,
    attempt: { id: attempt.id, from: sources(ATTEMPT, event, to), event, to },
    entry: entryOf(facts.booked),
  };
  if (!order) return base;
  return {
    ...base,
    order: { id: attempt.orderId, from: sources(ORDER, order.event, 'paid'), ...order },
    event: { id: newId('evt'), topic: 'order.paid', merchantId: attempt.merchantId },
  };
}
