import type { Simulator } from '../simulator';
import { numberMovement } from './number-movement';
import type { Movement } from './records';
import type { CreditInput } from './schema';

export type CreditResult =
  | { done: true; movement: Movement; isNew: boolean }
  /** The reference belongs to a movement of other content. */
  | { done: false };

/** Somebody transfers money in. Under a reference that is there already, its notice goes out again. */
export function postCredit(simulator: Simulator, input: CreditInput): CreditResult {
  const { store, config } = simulator;
  const { reference, copies, notice, noticeSignature, noticeAmount, ...rest } = input;
  const { queryAnswer, queryTimes, ...content } = rest;
  const known = reference === undefined ? undefined : store.findMovement(reference);
  if (known && !isSame(known, content)) return { done: false };
  const atMs = Date.now();
  const tells = notice !== 'none' && config.bankNoticeUrl !== undefined;
  const movement = store.saveMovement({
    reference: reference ?? numberMovement(store, 'CR', atMs),
    ...content,
    atMs: known?.atMs ?? atMs,
    flaws: { notice, noticeSignature, noticeAmount, queryAnswer, queryTimes },
    queriesMisled: 0,
    noticeCopies: copies,
    pendingNotice: tells ? { dueAtMs: atMs, sends: 0 } : undefined,
    noticeSends: known?.noticeSends ?? [],
  });
  simulator.dueWork.plan();
  return { done: true, movement, isNew: !known };
}

function isSame(movement: Movement, content: Partial<Movement>): boolean {
  return (['number', 'amount', 'payerName', 'payerAccount', 'remark'] as const).every(
    (name) => movement[name] === content[name],
  );
}
