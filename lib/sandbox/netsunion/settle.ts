import type { Simulator } from '../simulator';
import { numberNet } from './number-net';
import type { Transaction } from './records';

/** Ends a transaction: with the code of its failure, or as a success without one. */
export function settle(simulator: Simulator, given: Transaction, bizCd?: string): Transaction {
  const { store, config } = simulator;
  const nowMs = Date.now();
  const { notice, noticeDelaySeconds } = given.behaviour;
  const tells =
    given.kind !== 'signing' && notice !== 'none' && config.netsunionNoticeUrl !== undefined;
  const quietMs = given.card === 'late' ? config.lateMs : 0;
  const dueAtMs = nowMs + (noticeDelaySeconds === undefined ? quietMs : noticeDelaySeconds * 1000);
  const { resultDueAtMs: _, ...rest } = given;
  const settled = store.netsunion.saveTransaction({
    ...rest,
    ...(bizCd ? { state: 'failed', bizCd } : succeeded(simulator, given)),
    settledAtMs: nowMs,
    ...(tells ? { pendingNotice: { dueAtMs, sends: 0 } } : {}),
  });
  // Nothing is due for a signing: thousands of them in a row need no look at everything else.
  if (tells) simulator.dueWork.plan();
  return settled;
}

function succeeded(simulator: Simulator, given: Transaction): Partial<Transaction> {
  const { store } = simulator;
  if (given.kind !== 'signing') return { state: 'succeeded', bizCd: undefined };
  const sgnNo = `SGN${String(store.nextNumber()).padStart(13, '0')}`;
  const { merchantNo, card, phone } = given;
  store.netsunion.saveAgreement({ sgnNo, merchantNo, phone, ...(card ? { card } : {}) });
  return { state: 'succeeded', bizCd: undefined, sgnNo };
}

/** Takes a transaction that nothing speaks against: it is decided now, or has a time for it. */
export function begin(
  simulator: Simulator,
  given: Transaction,
  delayMs: number | undefined,
): Transaction {
  const nowMs = Date.now();
  const { code: _, ...rest } = given;
  const begun: Transaction = {
    ...rest,
    state: 'pending',
    ...(given.kind === 'signing' ? {} : { netTrxId: numberNet(simulator, nowMs) }),
  };
  if (delayMs === undefined) return settle(simulator, begun);
  const saved = simulator.store.netsunion.saveTransaction({
    ...begun,
    resultDueAtMs: nowMs + delayMs,
  });
  simulator.dueWork.plan();
  return saved;
}

/** The scripted delay of a result; a decline without one comes after the simulator's usual. */
export function scriptedDelayMs({ config }: Simulator, { behaviour }: Transaction) {
  const { resultDelaySeconds, outcome } = behaviour;
  if (resultDelaySeconds !== undefined) return resultDelaySeconds * 1000;
  return outcome === 'decline' ? config.resultDelayMs : undefined;
}
