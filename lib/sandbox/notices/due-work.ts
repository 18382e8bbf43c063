import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { isAcknowledged, sendNotice } from './send-notice';

/** setTimeout overflows above this. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Does what falls due: results of refunds and undos, and back notices with UnionPay's retries.
 * What is due stands in the stored orders, so a restart picks up where the last run stopped.
 */
export class DueWork {
  #simulator: Simulator | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #sending = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  start(simulator: Simulator): void {
    this.#simulator = simulator;
    this.plan();
  }

  /** Sets the alarm for the next thing due; to be called whenever something new may be. */
  plan(): void {
    clearTimeout(this.#timer);
    if (!this.#simulator || this.#stop.signal.aborted) return;
    const dueTimes = this.#simulator.store.listOrders().map((order) => this.#dueAtMs(order));
    const nextMs = dueTimes.reduce((least, due) => Math.min(least, due), Number.POSITIVE_INFINITY);
    if (nextMs === Number.POSITIVE_INFINITY) return;
    const waitMs = Math.min(Math.max(nextMs - Date.now(), 0), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.#run(), waitMs);
  }

  /** Ends waiting and sending; what was not acknowledged is sent again after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#sending.values());
  }

  #dueAtMs(order: OrderRecord): number {
    if (order.resultDueAtMs !== undefined) return order.resultDueAtMs;
    if (!order.pendingNotice || this.#sending.has(order.id)) return Number.POSITIVE_INFINITY;
    return order.pendingNotice.dueAtMs;
  }

  #run(): void {
    const simulator = this.#simulator;
    if (!simulator) return;
    const due = simulator.store.listOrders().filter((order) => this.#dueAtMs(order) <= Date.now());
    for (const order of due) {
      if (order.resultDueAtMs !== undefined) settleResult(simulator, order);
      else this.#send(simulator, order);
    }
    this.plan();
  }

  #send(simulator: Simulator, order: OrderRecord): void {
    const sending = sendNotice(simulator, order, order.behaviour, this.#stop.signal)
      .then((results) => {
        if (results.length > 0)
          rescheduleNotice(simulator, order.id, results.every(isAcknowledged));
      })
      .finally(() => {
        this.#sending.delete(order.id);
        this.plan();
      });
    this.#sending.set(order.id, sending);
  }
}

function settleResult(simulator: Simulator, order: OrderRecord): void {
  const declined = order.behaviour.outcome === 'decline';
  settleOrder(simulator, order, {
    respCode: declined ? (order.behaviour.respCode ?? '63') : '00',
  });
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
