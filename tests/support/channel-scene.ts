import { randomBytes } from 'node:crypto';
import type { Notice } from '@/lib/channels/notice-port';
import type {
  Instrument,
  Outcome,
  PaymentQuery,
  PayRequest,
  RefundQuery,
  RefundRequest,
} from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { Behaviour, ContractRail } from './channel-rail';

export type Quickpass = Extract<Instrument, { type: 'quickpass' }>;
export const AMOUNT = cny(6_800n);
export const MINUTE_MS = 60_000;
const number = (kind: 'p' | 'r') => `${kind}${randomBytes(12).toString('hex')}`;

/** Requests of a cashier in one way of paying, and what becomes of them. */
export function channelScene(rail: () => ContractRail, instrument: Quickpass) {
  const payRequest = (): PayRequest => {
    const requestedAt = new Date();
    return {
      channelOrderNo: number('p'),
      instrument,
      amount: AMOUNT,
      requestedAt,
      payableUntil: new Date(requestedAt.getTime() + 15 * MINUTE_MS),
      subject: '游戏币 100 枚',
      host: 'mobile',
      noticeUrl: rail().noticeUrl,
      returnUrl: rail().returnUrl,
    };
  };
  const asking = (request: PayRequest, laterMs = 0): PaymentQuery => ({
    channelOrderNo: request.channelOrderNo,
    instrument: instrument.type,
    surface: instrument.surface,
    amount: request.amount,
    requestedAt: request.requestedAt,
    payableUntil: request.payableUntil,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  const query = (request: PayRequest, laterMs = 0) =>
    rail().adapter.query(asking(request, laterMs));

  async function begin(behaviour?: Behaviour): Promise<PayRequest> {
    const request = payRequest();
    if (behaviour) await rail().script(request.channelOrderNo, behaviour);
    await rail().visit(await rail().adapter.pay(request));
    return request;
  }
  async function paid(behaviour?: Behaviour): Promise<PayRequest> {
    const request = await begin(behaviour);
    await rail().payerConfirms(request.channelOrderNo);
    return request;
  }

  async function returnOf(
    payment: PayRequest,
    amountMinor: bigint,
    kind: RefundRequest['kind'] = 'refund',
  ): Promise<RefundRequest> {
    const outcome = await query(payment);
    if (outcome.kind !== 'succeeded') throw new Error(`not paid: ${outcome.kind}`);
    const { channelOrderNo, amount } = payment;
    const { channelRef } = outcome;
    const { type, surface } = instrument;
    return {
      channelOrderNo: number('r'),
      kind,
      requestedAt: new Date(),
      amount: cny(amountMinor),
      original: { channelOrderNo, channelRef, amount, instrument: type, surface },
      noticeUrl: rail().noticeUrl,
    };
  }
  const aboutReturn = (request: RefundRequest, laterMs = 0): RefundQuery => ({
    ...request,
    payableUntil: request.requestedAt,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  /** Asks until it is decided; the limit of the test is the limit of the patience. */
  async function decided(request: RefundRequest): Promise<Outcome> {
    const outcome = await rail().adapter.queryRefund(aboutReturn(request));
    return outcome.kind === 'pending' ? decided(request) : outcome;
  }

  const read = (body: Uint8Array): Notice =>
    rail().adapter.readNotice({ body, receivedAt: new Date() });
  async function firstNotice(request: { channelOrderNo: string }): Promise<Uint8Array> {
    const [body] = await rail().notices(request.channelOrderNo, 1);
    if (!body) throw new Error('no notice');
    return body;
  }

  return {
    ...{ payRequest, asking, query, begin, paid },
    ...{ returnOf, aboutReturn, decided, read, firstNotice },
  };
}
