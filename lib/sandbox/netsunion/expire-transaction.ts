import type { Simulator } from '../simulator';
import type { Transaction } from './records';
import { settle } from './settle';

/** A payment whose code did not come in time has failed; any other transaction is as it was. */
export function expireTransaction(simulator: Simulator, given: Transaction): Transaction {
  const { kind, state, expiresAtMs = 0 } = given;
  const over = kind === 'payment' && state === 'code' && expiresAtMs <= Date.now();
  return over ? settle(simulator, given, 'PB511015') : given;
}
