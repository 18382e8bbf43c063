import type { DueItem } from '../notices/due-work';
import type { Simulator } from '../simulator';
import { postEvent } from './client';
import { awaitPayer } from './prepare-payment';
import type { CarrierEvent, CarrierPayment, CarrierRefund } from './records';
import { settleRefund } from './refunds';
import { reasonAgainst, settle } from './settle';

/** How much longer a sink is left alone that asks for it (429). */
const SLOWER = 4;

/** What the carriers have to do by the clock: results that are due, and events until they are acknowledged. */
export function dueAtCarriers(simulator: Simulator): DueItem[] {
  const { payments, refunds, events } = simulator.store.carriers.listDue();
  return [
    ...payments.map((payment) => ({
      key: `carrier-payment/${payment.id}`,
      dueAtMs: payment.resultDueAtMs ?? 0,
      act: () => void decide(simulator, payment),
    })),
    ...refunds.map((refund) => ({
      key: `carrier-refund/${refund.id}`,
      dueAtMs: refund.resultDueAtMs ?? 0,
      act: () => decideRefund(simulator, refund),
    })),
    ...events.map((event) => ({
      key: `carrier-event/${event.id}`,
      dueAtMs: event.dueAtMs ?? 0,
      act: (stop: AbortSignal) => send(simulator, event, stop),
    })),
  ];
}

/** What was in process is prepared, or charged. */
export function decide(simulator: Simulator, payment: CarrierPayment): CarrierPayment {
  if (payment.confirmed) return settle(simulator, payment, reasonAgainst(payment));
  return awaitPayer(simulator, payment);
}

export function decideRefund(simulator: Simulator, refund: CarrierRefund): void {
  const payment = simulator.store.carriers.findPayment(refund.paymentId);
  if (payment) settleRefund(simulator, payment, refund);
}

async function send(simulator: Simulator, event: CarrierEvent, stop: AbortSignal): Promise<void> {
  const { config, store } = simulator;
  const { url, credential } = event.sink;
  // A token that has run out lets nobody in: the standard has the telling end with it.
  const expired = credential !== undefined && credential.untilMs <= Date.now();
  const options = {
    token: credential?.token,
    ca: config.sinkCa,
    timeoutMs: config.noticeTimeoutMs,
  };
  const copies = Array.from({ length: expired ? 0 : event.copies }, () =>
    postEvent(url, event.body, { ...options, stop }),
  );
  const results = await Promise.all(copies);
  const current = store.carriers.findEvent(event.id);
  if (!current || stop.aborted) return;
  const sends = current.sends + 1;
  const ended = results.every((result) => result === 204 || result === 200 || result === 410);
  const pauseMs = ended ? undefined : config.noticeRetryMs[sends - 1];
  const slower = results.includes(429) ? SLOWER : 1;
  const { dueAtMs: _, ...rest } = current;
  store.carriers.saveEvent({
    ...rest,
    sends,
    results: [...current.results, ...results].slice(-20),
    ...(pauseMs === undefined ? {} : { dueAtMs: Date.now() + pauseMs * slower }),
  });
}
