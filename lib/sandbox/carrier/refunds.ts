import { randomBytes } from 'node:crypto';
import type { Simulator } from '../simulator';
import { describeRefund } from './describe';
import type { Carrier } from './numbers';
import { playStep } from './play-step';
import { findPayment, readBody, readSink } from './read-request';
import type { CarrierPayment, CarrierRefund, Sink } from './records';
import { answer, fail, invalid, type Reply } from './reply';
import { tellOfRefund } from './tell';
import { textRefund } from './texts';
import { type RefundRequest, refundRequest, toMilli } from './wire-schema';

const WINDOW_MS = 180 * 86_400_000;

/** createRefund: gives back a payment, whole or in part, at once or a little later. */
export function createRefund(
  simulator: Simulator,
  carrier: Carrier,
  asked: { id: string; body: unknown },
): Reply {
  const { store } = simulator;
  const read = readBody(refundRequest, asked.body);
  if ('bad' in read) return read.bad;
  const sink = readSink(read.good);
  if ('bad' in sink) return sink.bad;
  const payment = findPayment(simulator, carrier, asked.id);
  if (!payment) return fail(404, 'NOT_FOUND');
  const { clientCorrelator } = read.good.amountTransaction;
  if (clientCorrelator && store.carriers.findRefundByCorrelator(carrier, clientCorrelator)) {
    return invalid('clientCorrelator already exist on server.');
  }
  const find = () => store.carriers.findPayment(payment.id);
  return playStep(simulator, 'refund', { behaviour: payment.behaviour, find }, () => {
    const against = judge(simulator, payment, read.good);
    if (against) return against;
    return answer(201, describeRefund(begin(simulator, payment, read.good, sink.good)));
  });
}

/** What was asked back already, decided or not, counts unless it was denied. */
export function remainingMilli({ store }: Simulator, payment: CarrierPayment): number {
  if (payment.state !== 'succeeded') return 0;
  return store.carriers
    .listRefundsOf(payment.id)
    .filter(({ state }) => state !== 'denied')
    .reduce((left, { milli }) => left - milli, payment.milli);
}

function judge(
  simulator: Simulator,
  payment: CarrierPayment,
  asked: RefundRequest,
): Reply | undefined {
  const of = (code: string, status = 422) => fail(status, `CARRIER_BILLING_REFUND.${code}`);
  if (payment.state !== 'succeeded') return of('INVALID_PAYMENT_STATUS');
  if ((payment.paidAtMs ?? 0) + WINDOW_MS < Date.now()) {
    return of('PAYMENT_NOT_ELIGIBLE_FOR_REFUND', 403);
  }
  const milli = milliOf(payment, asked);
  if (asked.type === 'partial') {
    const { chargingInformation, refundDetails = [] } = asked.amountTransaction.refundAmount;
    const paid = payment.request.paymentAmount;
    const currencies = [chargingInformation, ...refundDetails].map(({ currency }) => currency);
    if (currencies.some((one) => one !== paid.chargingInformation.currency)) {
      return invalid('Currency is unknown or not authorized.');
    }
    const isTaxed = (one: { isTaxIncluded?: boolean | undefined }) => one.isTaxIncluded ?? false;
    if (isTaxed(chargingInformation) !== isTaxed(paid.chargingInformation)) {
      return of('TAXES_MANAGEMENT_MISMATCH');
    }
    const items = new Set(paid.paymentDetails?.map(({ id }) => id));
    const sum = refundDetails.reduce((all, { amount }) => all + toMilli(amount), 0);
    const fits = refundDetails.every(({ paymentItemId }) => items.has(paymentItemId));
    if (!fits || (refundDetails.length > 0 && sum !== milli)) return of('REFUND_DETAILS_MISMATCH');
  }
  if (milli > remainingMilli(simulator, payment)) return of('UNAUTHORIZED_AMOUNT');
  const { refundOutcome, refundDelaySeconds } = payment.behaviour;
  // Where there is no time for second thoughts, a refund that is denied never comes into being.
  const isDeniedNow = refundOutcome === 'deny' && refundDelaySeconds === undefined;
  return isDeniedNow ? of('REFUND_DENIED', 403) : undefined;
}

const milliOf = (payment: CarrierPayment, asked: RefundRequest): number =>
  asked.type === 'total'
    ? payment.milli
    : toMilli(asked.amountTransaction.refundAmount.chargingInformation.amount);

function begin(
  simulator: Simulator,
  payment: CarrierPayment,
  asked: RefundRequest,
  sink: Sink | undefined,
): CarrierRefund {
  const { refundDelaySeconds } = payment.behaviour;
  const { type, reason, amountTransaction } = asked;
  const refund: CarrierRefund = {
    id: randomBytes(12).toString('hex'),
    paymentId: payment.id,
    carrier: payment.carrier,
    request: {
      type,
      ...(reason === undefined ? {} : { reason }),
      amountTransaction,
    } as RefundRequest,
    milli: milliOf(payment, asked),
    ...(sink ? { sink } : {}),
    state: 'processing',
    createdAtMs: Date.now(),
  };
  if (refundDelaySeconds === undefined) return settleRefund(simulator, payment, refund);
  const resultDueAtMs = Date.now() + refundDelaySeconds * 1000;
  const saved = simulator.store.carriers.saveRefund({ ...refund, resultDueAtMs });
  tellOfRefund(simulator, payment, saved, 'refund-in-bill');
  simulator.dueWork.plan();
  return saved;
}

export function settleRefund(
  simulator: Simulator,
  payment: CarrierPayment,
  refund: CarrierRefund,
): CarrierRefund {
  const denied = payment.behaviour.refundOutcome === 'deny';
  const { resultDueAtMs: _, ...rest } = refund;
  const settled = simulator.store.carriers.saveRefund({
    ...rest,
    ...(denied ? { state: 'denied' } : { state: 'succeeded', refundedAtMs: Date.now() }),
  });
  if (!denied) textRefund(simulator, payment, settled);
  tellOfRefund(simulator, payment, settled, denied ? 'refund-denied' : 'refund-completed');
  return settled;
}
