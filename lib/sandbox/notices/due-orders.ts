import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import type { DueItem } from './due-work';
import { isAcknowledged, sendNotice } from './send-notice';

/** What the gateway has to do by the clock: results that were not there at once, and back notices. */
export function dueOrders(simulator: Simulator): DueItem[] {
  return simulator.store.listOrders().flatMap((order): DueItem[] => {
    const { id: key, resultDueAtMs, pendingNotice } = order;
    if (resultDueAtMs !== undefined) {
      return [{ key, dueAtMs: resultDueAtMs, act: () => settleResult(simulator, order) }];
    }
    if (!pendingNotice) return [];
    const { dueAtMs } = pendingNotice;
    return [{ key, dueAtMs, act: (stop) => tellOf(simulator, order, stop) }];
  });
}

function settleResult(simulator: Simulator, order: OrderRecord): void {
  const declined = order.behaviour.outcome === 'decline';
  settleOrder(simulator, order, {
    respCode: declined ? (order.behaviour.respCode ?? '63') : (order.resultCode ?? '00'),
  });
}

async function tellOf(simulator: Simulator, order: OrderRecord, stop: AbortSignal): Promise<void> {
  const results = await sendNotice(simulator, order, order.behaviour, stop);
  if (results.length > 0) rescheduleNotice(simulator, order.id, results.every(isAcknowledged));
}

function rescheduleNotice(
  { store, config }: Simulator,
  orderId: string,
  acknowledged: boolean,
): void {
  const order = store.findOrder(orderId);
  if (!order?.pendingNotice) return;
  const sends = order.pendingNotice.sends + 1;
  const pauseMs = acknowledged ? undefined : config.noticeRetryMs[sends - 1];
  store.saveOrder({
    ...order,
    pendingNotice: pauseMs === undefined ? undefined : { dueAtMs: Date.now() + pauseMs, sends },
  });
}
