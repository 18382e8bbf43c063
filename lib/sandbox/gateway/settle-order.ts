import { isToldOf } from '../notices/is-told-of';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';
import { issueToken } from '../token/issue-token';
import { numberOrder } from './number-order';

/**
 * Gives an order its final code (00 or a failure) and plans its back notice, where there is one. A
 * signing that succeeds has its token from now on.
 */
export function settleOrder(
  simulator: Simulator,
  order: OrderRecord,
  result: { respCode: string; card?: Card },
): OrderRecord {
  const nowMs = Date.now();
  const { notice, noticeDelaySeconds } = order.behaviour;
  const succeeded = result.respCode === '00';
  const signs = order.kind === 'signing' && succeeded && !order.token;
  const settled: OrderRecord = {
    ...numberOrder(simulator.store, order, nowMs),
    ...(signs ? { token: issueToken(simulator.store, order).token } : {}),
    state: succeeded ? 'succeeded' : 'failed',
    respCode: result.respCode,
    settledAtMs: nowMs,
    card: result.card ?? order.card,
    resultDueAtMs: undefined,
  };
  const told = notice !== 'none' && isToldOf(settled);
  const usualMs = settled.card === 'late' ? simulator.config.lateMs : 0;
  const dueAtMs = nowMs + (noticeDelaySeconds === undefined ? usualMs : noticeDelaySeconds * 1000);
  const saved = simulator.store.saveOrder({
    ...settled,
    pendingNotice: told ? { dueAtMs, sends: 0 } : undefined,
  });
  simulator.dueWork.plan();
  return saved;
}
