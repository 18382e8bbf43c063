import type { z } from 'zod';
import type { Simulator } from '../simulator';
import { type Carrier, findSubscriber } from './numbers';
import type { CarrierPayment, Sink } from './records';
import { fail, invalid, type Reply } from './reply';
import { isDiscarded } from './settle';
import {
  accessToken,
  type PaymentRequest,
  paymentRequest,
  phoneOnly,
  toMilli,
} from './wire-schema';

export type Read<T> = { good: T } | { bad: Reply };

/** A body by its schema, or the standard's complaint with the place of the first flaw. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Read<T> {
  const read = schema.safeParse(body);
  if (read.success) return { good: read.data };
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  const missing =
    place !== '' && issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return {
    bad: invalid(
      missing
        ? `Expected property is missing: ${place}.`
        : `Client specified an invalid argument, request body or query param. ${place}`.trim(),
    ),
  };
}

/** Where events go: https, and with nothing but a bearer token. */
export function readSink(
  given: Pick<PaymentRequest, 'sink' | 'sinkCredential'>,
): Read<Sink | undefined> {
  const { sink, sinkCredential } = given;
  if (sink !== undefined && !(URL.canParse(sink) && /^https:\/\/.+$/.test(sink))) {
    return { bad: fail(400, 'INVALID_SINK') };
  }
  if (!sinkCredential) return { good: sink === undefined ? undefined : { url: sink } };
  if (sinkCredential.credentialType !== 'ACCESSTOKEN') {
    return { bad: fail(400, 'INVALID_CREDENTIAL') };
  }
  const read = readBody(accessToken, sinkCredential);
  if ('bad' in read) return read;
  if (read.good.accessTokenType !== 'bearer') return { bad: fail(400, 'INVALID_TOKEN') };
  const { accessToken: token, accessTokenExpiresUtc } = read.good;
  const credential = { token, untilMs: Date.parse(accessTokenExpiresUtc) };
  return { good: sink === undefined ? undefined : { url: sink, credential } };
}

export type NewPayment = Pick<CarrierPayment, 'carrier' | 'phone' | 'request' | 'milli' | 'sink'>;

/** A payment as it is asked for, whose payer is a subscriber of this carrier. */
export function readPaymentRequest(
  { store }: Simulator,
  carrier: Carrier,
  body: unknown,
): Read<NewPayment> {
  const read = readBody(paymentRequest, body);
  if ('bad' in read) return read;
  const sink = readSink(read.good);
  if ('bad' in sink) return sink;
  const { amountTransaction: request } = read.good;
  const { amount, currency } = request.paymentAmount.chargingInformation;
  const details = request.paymentAmount.paymentDetails ?? [];
  if ([currency, ...details.map((one) => one.currency)].some((one) => one !== 'CNY')) {
    return { bad: invalid('Currency is unknown or not authorized.') };
  }
  const { phoneNumber, clientCorrelator } = request;
  if (phoneNumber === undefined) return { bad: fail(422, 'MISSING_IDENTIFIER') };
  const subscriber = findSubscriber(phoneNumber);
  if (subscriber?.carrier !== carrier) return { bad: fail(404, 'IDENTIFIER_NOT_FOUND') };
  if (clientCorrelator && store.carriers.findPaymentByCorrelator(carrier, clientCorrelator)) {
    return { bad: invalid('clientCorrelator already exist on server.') };
  }
  const { phone } = subscriber;
  return { good: { carrier, phone, request, milli: toMilli(amount), sink: sink.good } };
}

/** The payment of a path; one that was discarded is there no more. */
export function findPayment(
  { store }: Simulator,
  carrier: Carrier,
  id: string,
): CarrierPayment | undefined {
  const payment = store.carriers.findPayment(id);
  return payment?.carrier === carrier && !isDiscarded(payment) ? payment : undefined;
}

/** The payment of a second step, which has to name its payer again. */
export function readSecondStep(
  simulator: Simulator,
  carrier: Carrier,
  { id, body }: { id: string; body: unknown },
): Read<CarrierPayment> {
  const read = readBody(phoneOnly, body);
  if ('bad' in read) return read;
  const payment = findPayment(simulator, carrier, id);
  if (!payment) return { bad: fail(404, 'NOT_FOUND') };
  const { phoneNumber } = read.good;
  if (phoneNumber === undefined) return { bad: fail(422, 'MISSING_IDENTIFIER') };
  if (phoneNumber !== `+86${payment.phone}`) return { bad: fail(404, 'IDENTIFIER_NOT_FOUND') };
  return { good: payment };
}
