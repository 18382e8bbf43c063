import type { Simulator } from '../simulator';
import type { Kind, NetsUnionBehaviour, NetsUnionScript, NetsUnionScriptInput } from './schema';

export interface Subject {
  kind: Kind;
  ordrId: string;
  trxId: string;
  amount?: string;
}

/** How narrowly a script names this number: 0 not at all, 3 by itself. */
function closeness({ match }: NetsUnionScript, subject: Subject): number {
  if ('ordrId' in match) return match.ordrId === subject.ordrId ? 3 : 0;
  if ('trxId' in match) return match.trxId === subject.trxId ? 3 : 0;
  if (match.kind !== undefined && match.kind !== subject.kind) return 0;
  if ('amount' in match) return match.amount === subject.amount ? 2 : 0;
  return 1;
}

/** The behaviour for a number that has just come: the narrowest match, of equal ones the newest. */
export function takeBehaviour({ store }: Simulator, subject: Subject): NetsUnionBehaviour {
  const [script] = store.netsunion
    .listScripts()
    .map((one) => ({ ...one, rank: closeness(one, subject) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || b.id - a.id);
  if (!script) return {};
  const { rank: _, ...stored } = script;
  if (stored.times === 1) store.netsunion.removeScript(stored.id);
  else if (stored.times) store.netsunion.saveScript({ ...stored, times: stored.times - 1 });
  return stored.behaviour;
}

export function addScript({ store }: Simulator, input: NetsUnionScriptInput): NetsUnionScript {
  return store.netsunion.saveScript({ ...input, id: store.nextNumber() });
}
