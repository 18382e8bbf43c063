import type { Simulator } from '../simulator';
import type { Transaction } from './records';
import type { NetsUnionBehaviour } from './schema';

/** What a call led to: an answer about a transaction, a SysRtnCd alone, or a line that drops. */
export type Receipt =
  | { kind: 'about'; transaction: Transaction; bizCd?: string }
  | { kind: 'refused'; sysRtnCd: string }
  /** The end of an agreement leaves no transaction. */
  | { kind: 'ended'; bizCd: string }
  | { kind: 'drop' };

export const refused = (sysRtnCd: string): Receipt => ({ kind: 'refused', sysRtnCd });

export type Step = 'lose' | 'loseCode';

/** Loses the request of a step, where that is scripted; of a number that is there already, once. */
export function losesRequest(
  { store }: Simulator,
  step: Step,
  behaviour: NetsUnionBehaviour,
  known: Transaction | undefined,
): boolean {
  if (behaviour[step] !== 'request') return false;
  if (known) store.netsunion.saveTransaction(without(known, step));
  return true;
}

/** Answers about a transaction, or drops the line once where that is scripted. */
export function answerOf(
  { store }: Simulator,
  step: Step,
  { transaction, bizCd }: { transaction: Transaction; bizCd?: string | undefined },
): Receipt {
  if (transaction.behaviour[step] !== 'reply') {
    return { kind: 'about', transaction, ...(bizCd ? { bizCd } : {}) };
  }
  store.netsunion.saveTransaction(without(transaction, step));
  return { kind: 'drop' };
}

function without(transaction: Transaction, step: Step): Transaction {
  const { [step]: _, ...behaviour } = transaction.behaviour;
  return { ...transaction, behaviour };
}
