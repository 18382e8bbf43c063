import { randomBytes } from 'node:crypto';
import type {
  AgreementPort,
  SignOutcome,
  SignQuery,
  SignRequest,
} from '@/lib/channels/agreement-port';
import type {
  ChannelAdapter,
  Outcome,
  PayRequest,
  RefundQuery,
  RefundRequest,
} from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { AgreementBehaviour, AgreementRail, ToldNotice } from './agreement-rail';

export const AMOUNT = cny(6_800n);
export const MINUTE_MS = 60_000;
export const someNumber = (kind: 's' | 'p' | 'r' | 'e') =>
  `${kind}${randomBytes(12).toString('hex')}`;

/** Requests of a cashier with one bound card, and what becomes of them. `token`: the card's agreement. */
export function agreementScene(rail: () => AgreementRail, token: () => string) {
  const portOf = ({ agreements }: ChannelAdapter): AgreementPort => {
    if (!agreements) throw new Error('no bound cards here');
    return agreements;
  };
  const port = () => portOf(rail().adapter);
  const stepsOf = ({ twoStep }: ChannelAdapter) => {
    if (!twoStep) throw new Error('no payment with a code here');
    return twoStep;
  };

  const signing = (elements = rail().elements.good): SignRequest => ({
    signNo: someNumber('s'),
    requestedAt: new Date(),
    elements,
  });
  const about = ({ signNo, requestedAt }: SignRequest, laterMs = 0): SignQuery => ({
    ...{ signNo, requestedAt },
    askedAt: new Date(requestedAt.getTime() + laterMs),
  });
  async function signed(request: SignRequest): Promise<string> {
    await port().requestCode(request);
    const outcome = await port().sign({ ...request, code: rail().codes.right });
    if (outcome.kind !== 'signed') throw new Error(`not signed: ${outcome.kind}`);
    return outcome.channelAgreementNo;
  }
  async function signDecided(request: SignRequest): Promise<SignOutcome> {
    const outcome = await port().querySign(about(request));
    return outcome.kind === 'pending' ? signDecided(request) : outcome;
  }

  const payment = (withCode = false, channelAgreementNo = token()): PayRequest => {
    const requestedAt = new Date();
    return {
      channelOrderNo: someNumber('p'),
      instrument: { type: 'agreement', channelAgreementNo, withCode, phoneMasked: '138****8000' },
      amount: AMOUNT,
      requestedAt,
      payableUntil: new Date(requestedAt.getTime() + 15 * MINUTE_MS),
      subject: '游戏币 100 枚',
      host: 'mobile',
      noticeUrl: rail().noticeUrl,
      returnUrl: rail().noticeUrl,
    };
  };
  const asking = (request: PayRequest, laterMs = 0) => ({
    ...request,
    instrument: 'agreement' as const,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  const query = (request: PayRequest, laterMs = 0) =>
    rail().adapter.query(asking(request, laterMs));
  /** Asks until it is decided; the limit of the test is the limit of the patience. */
  async function decided(request: PayRequest): Promise<Outcome> {
    const outcome = await query(request);
    return outcome.kind === 'pending' ? decided(request) : outcome;
  }
  async function scripted(behaviour: AgreementBehaviour, withCode = false): Promise<PayRequest> {
    const request = payment(withCode);
    await rail().script(request.channelOrderNo, behaviour);
    return request;
  }
  async function paid(behaviour?: AgreementBehaviour): Promise<PayRequest> {
    const request = behaviour ? await scripted(behaviour) : payment();
    await rail().adapter.pay(request);
    return request;
  }
  async function refundOf(request: PayRequest, amountMinor: bigint): Promise<RefundRequest> {
    const outcome = await decided(request);
    if (outcome.kind !== 'succeeded') throw new Error(`not paid: ${outcome.kind}`);
    const { channelOrderNo, amount } = request;
    const { channelRef } = outcome;
    return {
      channelOrderNo: someNumber('r'),
      kind: 'refund',
      requestedAt: new Date(),
      amount: cny(amountMinor),
      original: { channelOrderNo, channelRef, amount, instrument: 'agreement' },
      noticeUrl: rail().noticeUrl,
    };
  }
  const aboutRefund = (request: RefundRequest, laterMs = 0): RefundQuery => ({
    ...request,
    payableUntil: request.requestedAt,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  async function refundDecided(request: RefundRequest): Promise<Outcome> {
    const outcome = await rail().adapter.queryRefund(aboutRefund(request));
    return outcome.kind === 'pending' ? refundDecided(request) : outcome;
  }
  const read = (notice: ToldNotice) =>
    rail().adapter.readNotice({ ...notice, receivedAt: new Date() });
  async function firstNotice(request: { channelOrderNo: string }): Promise<ToldNotice> {
    const [notice] = await rail().notices(request.channelOrderNo, 1);
    if (!notice) throw new Error('no notice');
    return notice;
  }

  return {
    ...{ port, portOf, stepsOf, signing, about, signed, signDecided },
    ...{ payment, asking, query, decided, scripted, paid },
    ...{ refundOf, aboutRefund, refundDecided, read, firstNotice },
  };
}
