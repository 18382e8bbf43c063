import type { OrderKind } from '../state/records';
import type { Script } from './schema';

interface Subject {
  orderId: string;
  /** Unknown where only a query came. */
  amount?: string;
  kind?: OrderKind;
}

/** How narrowly a script names this order: 0 not at all, 3 by its number. */
function closeness({ match }: Script, subject: Subject): number {
  if ('orderId' in match) return match.orderId === subject.orderId ? 3 : 0;
  if (match.kind !== undefined && match.kind !== subject.kind) return 0;
  if ('amount' in match) return match.amount === subject.amount ? 2 : 0;
  return 1;
}

/** The script for an order: the narrowest match, and of equal ones the newest. */
export function chooseScript(scripts: readonly Script[], subject: Subject): Script | undefined {
  let chosen: Script | undefined;
  let best = 0;
  for (const script of [...scripts].sort((a, b) => b.id - a.id)) {
    const rank = closeness(script, subject);
    if (rank > best) {
      best = rank;
      chosen = script;
    }
  }
  return chosen;
}
