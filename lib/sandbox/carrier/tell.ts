import { randomUUID } from 'node:crypto';
import type { Simulator } from '../simulator';
import type { CarrierEvent, CarrierPayment, CarrierRefund } from './records';

const PAYMENT = 'org.camaraproject.carrier-billing.v0.';
const REFUND = 'org.camaraproject.carrier-billing-refund.v0.';

/** What happened, in the words of its event. */
const DESCRIPTIONS = {
  'payment-pending-validation': 'The payment waits for the payer',
  'payment-reserved': 'The amount is reserved',
  'payment-completed': 'The payment is completed',
  'payment-cancelled': 'The payment is cancelled',
  'payment-denied': 'The payment is denied',
  'refund-completed': 'The refund is completed',
  'refund-denied': 'The refund is denied',
  'refund-in-bill': 'The refund will be applied to the next bill',
};
type PaymentEvent = Extract<keyof typeof DESCRIPTIONS, `payment-${string}`>;
type RefundEvent = Extract<keyof typeof DESCRIPTIONS, `refund-${string}`>;

/** Has the payment's sink told of what became of it. */
export function tell(simulator: Simulator, payment: CarrierPayment, type: PaymentEvent): void {
  const { id: paymentId, paidAtMs, denialReason } = payment;
  send(simulator, payment, payment.sink, PAYMENT + type, {
    paymentId,
    ...outcomeOf(type),
    ...(type === 'payment-completed' && paidAtMs ? { paymentDate: toIso(paidAtMs) } : {}),
    ...(type === 'payment-denied' && denialReason ? { denialReason } : {}),
  });
}

/** The same of a refund and its own sink. */
export function tellOfRefund(
  simulator: Simulator,
  payment: CarrierPayment,
  refund: CarrierRefund,
  type: RefundEvent,
): void {
  const { id: refundId, paymentId, refundedAtMs } = refund;
  send(simulator, payment, refund.sink, REFUND + type, {
    paymentId,
    refundId,
    ...outcomeOf(type),
    ...(type === 'refund-completed' && refundedAtMs ? { refundDate: toIso(refundedAtMs) } : {}),
    ...(type === 'refund-denied' ? { denialReason: 'Refund denied by business' } : {}),
  });
}

const outcomeOf = (type: keyof typeof DESCRIPTIONS) => ({
  status: type.endsWith('denied') ? 'failed' : 'succeeded',
  description: DESCRIPTIONS[type],
});

function send(
  simulator: Simulator,
  { id: paymentId, carrier, behaviour }: CarrierPayment,
  sink: CarrierEvent['sink'] | undefined,
  type: string,
  data: object,
): void {
  if (!sink || behaviour.notice === 'none' || isGone(simulator, paymentId)) return;
  const nowMs = Date.now();
  const id = randomUUID();
  const source = `/carriers/${carrier}`;
  const datacontenttype = 'application/json';
  const event = { id, source, specversion: '1.0', type, time: toIso(nowMs), datacontenttype, data };
  simulator.store.carriers.saveEvent({
    id,
    paymentId,
    type,
    sink: behaviour.noticeToken === 'wrong' ? withWrongToken(sink) : sink,
    body: JSON.stringify(event),
    copies: behaviour.noticeCopies ?? 1,
    dueAtMs: nowMs + (behaviour.noticeDelaySeconds ?? 0) * 1000,
    sends: 0,
    results: [],
  });
  simulator.dueWork.plan();
}

/** Its sink has said once that it will take no more (410). */
const isGone = ({ store }: Simulator, paymentId: string): boolean =>
  store.carriers.listEventsOf(paymentId).some(({ results }) => results.includes(410));

const withWrongToken = (sink: CarrierEvent['sink']): CarrierEvent['sink'] => ({
  ...sink,
  credential: { token: 'a-token-of-nobody', untilMs: Number.MAX_SAFE_INTEGER },
});

export const toIso = (atMs: number): string => new Date(atMs).toISOString();
