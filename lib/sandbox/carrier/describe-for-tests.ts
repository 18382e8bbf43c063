import type { Simulator } from '../simulator';
import type { CarrierPayment } from './records';
import { isDiscarded } from './settle';
import { toIso } from './tell';
import { formatMilli } from './texts';

/** All that a test or a person may want to know of a payment; a discarded one is still there for them. */
export const describeForTests = ({ store: { carriers } }: Simulator, payment: CarrierPayment) => ({
  paymentId: payment.id,
  clientCorrelator: payment.request.clientCorrelator,
  carrier: payment.carrier,
  phone: payment.phone,
  amount: formatMilli(payment.milli),
  state: isDiscarded(payment) ? 'discarded' : payment.state,
  action: payment.validation?.action,
  validationURL:
    payment.validation?.action === 'open' ? payment.validation.validationURL : undefined,
  codesSent: payment.code?.sent ?? 0,
  wrongCodes: payment.code?.wrong ?? 0,
  denialReason: payment.denialReason,
  createdAt: toIso(payment.createdAtMs),
  paidAt: payment.paidAtMs === undefined ? undefined : toIso(payment.paidAtMs),
  refunds: carriers.listRefundsOf(payment.id).map((refund) => ({
    refundId: refund.id,
    clientCorrelator: refund.request.amountTransaction.clientCorrelator,
    amount: formatMilli(refund.milli),
    state: refund.state,
  })),
  events: carriers.listEventsOf(payment.id).map((event) => ({
    type: event.type,
    pending: event.dueAtMs !== undefined,
    results: event.results,
  })),
});
