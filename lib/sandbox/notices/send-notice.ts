import type { Behaviour } from '../behaviour/schema';
import type { Simulator } from '../simulator';
import type { NoticeSend, OrderRecord } from '../state/records';
import { postNotice } from './client';
import { writeNotice } from './write-notice';

/**
 * Sends an order's back notice now, as many copies at once as its behaviour says, and notes what
 * came back. Resolves to the results; [] when the order was forgotten meanwhile.
 */
export async function sendNotice(
  simulator: Simulator,
  order: OrderRecord,
  behaviour: Behaviour,
  stop: AbortSignal,
): Promise<NoticeSend['result'][]> {
  const { config, store } = simulator;
  const body = writeNotice(simulator, order, behaviour);
  const copies = Array.from({ length: behaviour.noticeCopies ?? 1 }, () =>
    postNotice(order.request.backUrl ?? '', body, { timeoutMs: config.noticeTimeoutMs, stop }),
  );
  const results = await Promise.all(copies);
  const current = store.findOrder(order.id);
  if (!current || stop.aborted) return [];
  const sends = results.map((result) => ({ atMs: Date.now(), result }));
  store.saveOrder({ ...current, noticeSends: [...current.noticeSends, ...sends].slice(-20) });
  return results;
}

/** UnionPay takes a notice as delivered when the answer is 200 or 302. */
export function isAcknowledged(result: NoticeSend['result']): boolean {
  return result === 200 || result === 302;
}
