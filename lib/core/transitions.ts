import type { Tx } from './db';
import { Refusal } from './errors';

/** A state machine: from × event → to. A missing cell is a move that does not exist. */
export type Table<S extends string, E extends string> = Record<S, Partial<Record<E, S>>>;

/** Where the event leads, or `state_conflict` when it leads nowhere from here. */
export function next<S extends string, E extends string>(table: Table<S, E>, from: S, event: E): S {
  const to = table[from][event];
  if (!to) throw new Refusal('state_conflict', { from, event });
  return to;
}

/** Every state from which the event leads to `to`: what a conditional update may start from. */
export function sources<S extends string, E extends string>(
  table: Table<S, E>,
  event: E,
  to: S,
): S[] {
  return (Object.keys(table) as S[]).filter((from) => table[from][event] === to);
}

export interface TransitionRecord {
  subjectType:
    | 'order'
    | 'attempt'
    | 'refund'
    | 'refund_case'
    | 'breaker_override'
    | 'staff'
    | 'payout'
    | 'transfer'
    | 'suspense_case'
    | 'account'
    | 'entry'
    | 'agreement'
    | 'agreement_migration'
    | 'channel_agreement'
    | 'fee_terms'
    | 'subscription'
    | 'carrier_line'
    | 'carrier_ranges'
    | 'carrier_stop'
    | 'contract'
    | 'maintenance'
    | 'payment_link';
  subjectId: string;
  event: string;
  from: string;
  to: string;
  actor: string;
  cause?: string;
}

/** Writes who moved what, beside the conditional update that moved it. */
export async function recordTransition(tx: Tx, record: TransitionRecord): Promise<void> {
  await tx.transition.create({
    data: {
      subjectType: record.subjectType,
      subjectId: record.subjectId,
      event: record.event,
      fromState: record.from,
      toState: record.to,
      actor: record.actor,
      cause: record.cause ?? null,
    },
    select: { id: true },
  });
}
