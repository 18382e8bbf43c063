import { isToldOf } from '../notices/is-told-of';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';
import { numberOrder } from './number-order';

/** Gives an order its final code (00 or a failure) and plans its back notice, where there is one. */
export function settleOrder(
  simulator: Simulator,
  order: OrderRecord,
  result: { respCode: string; card?: Card },
): OrderRecord {
  const nowMs = Date.now();
  const { notice, noticeDelaySeconds = 0 } = order.behaviour;
  const settled: OrderRecord = {
    ...numberOrder(simulator.store, order, nowMs),
    state: result.respCode === '00' ? 'succeeded' : 'failed',
    respCode: result.respCode,
    settledAtMs: nowMs,
    card: result.card,
    resultDueAtMs: undefined,
  };
  const told = notice !== 'none' && isToldOf(settled);
  const dueAtMs = nowMs + noticeDelaySeconds * 1000;
  const saved = simulator.store.saveOrder({
    ...settled,
    pendingNotice: told ? { dueAtMs, sends: 0 } : undefined,
  });
  simulator.dueWork.plan();
  return saved;
}
