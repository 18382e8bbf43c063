import type { Script, ScriptKind } from './schema';

interface Subject {
  orderId: string;
  /** Unknown where only a query came. */
  amount?: string;
  kind?: ScriptKind;
}

/** What shares a number with its order (codes, endings) or has none is only meant where it is named. */
const NAMED_ONLY: readonly (ScriptKind | undefined)[] = ['sms', 'ending', 'file', 'certificate'];

/** How narrowly a script names this order: 0 not at all, 3 by its number. */
function closeness({ match }: Script, subject: Subject): number {
  const { kind } = match;
  if (kind === undefined ? NAMED_ONLY.includes(subject.kind) : kind !== subject.kind) return 0;
  if ('orderId' in match) return match.orderId === subject.orderId ? 3 : 0;
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
