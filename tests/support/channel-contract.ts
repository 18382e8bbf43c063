import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ChannelAdapter,
  type Notice,
  type Outcome,
  type PayRequest,
  type QueryRequest,
  type RefundRequest,
  UnauthenticNotice,
} from '@/lib/channels/port';
import { cny } from '@/lib/money/money';

/** What the rail on the other side is told to do with one of our numbers. */
export type Behaviour =
  | 'lose the request'
  | 'lose the reply'
  | 'refuse'
  | 'fail later'
  | 'deny that it knows the number'
  | 'say it is in progress'
  | 'drop the line when asked'
  | 'notify twice'
  | 'notify with a broken signature'
  | 'notify signed by a stranger'
  | 'notify another amount';

/** A real rail behind a real adapter, as the contract needs them: in the payer's and the world's place. */
export interface ContractRail {
  adapter: ChannelAdapter;
  /** Where this rail's notices and payers may be sent; the contract reads what arrives there. */
  noticeUrl: string;
  returnUrl: string;
  script(channelOrderNo: string, behaviour: Behaviour): Promise<void>;
  /** Brings the payer to the channel, as the browser would. */
  visit(outcome: Outcome): Promise<void>;
  payerConfirms(channelOrderNo: string): Promise<void>;
  payerIsDeclined(channelOrderNo: string): Promise<void>;
  /** Resolves when this many notices about the number have come, with their raw bodies. */
  notices(channelOrderNo: string, count: number): Promise<Uint8Array[]>;
  /** An adapter of the same set-up whose gateway is not there at all. */
  unreachable(): Promise<ChannelAdapter>;
  stop(): Promise<void>;
}

const AMOUNT = cny(6_800n);
const MINUTE_MS = 60_000;
const number = (kind: 'p' | 'r') => `${kind}${randomBytes(12).toString('hex')}`;

/** The guarantees every adapter gives, shown against its rail over real HTTP. */
export function channelContract(name: string, startRail: () => Promise<ContractRail>): void {
  let rail: ContractRail;

  const payRequest = (): PayRequest => {
    const requestedAt = new Date();
    return {
      channelOrderNo: number('p'),
      amount: AMOUNT,
      requestedAt,
      payableUntil: new Date(requestedAt.getTime() + 15 * MINUTE_MS),
      subject: '游戏币 100 枚',
      host: 'mobile',
      noticeUrl: rail.noticeUrl,
      returnUrl: rail.returnUrl,
    };
  };
  const asking = (request: PayRequest | RefundRequest, laterMs = 0): QueryRequest => ({
    channelOrderNo: request.channelOrderNo,
    amount: request.amount,
    requestedAt: request.requestedAt,
    payableUntil: 'payableUntil' in request ? request.payableUntil : request.requestedAt,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  const query = (request: PayRequest, laterMs = 0) => rail.adapter.query(asking(request, laterMs));

  async function begin(behaviour?: Behaviour): Promise<PayRequest> {
    const request = payRequest();
    if (behaviour) await rail.script(request.channelOrderNo, behaviour);
    await rail.visit(await rail.adapter.pay(request));
    return request;
  }
  async function paid(behaviour?: Behaviour): Promise<PayRequest> {
    const request = await begin(behaviour);
    await rail.payerConfirms(request.channelOrderNo);
    return request;
  }
  async function refundOf(payment: PayRequest, amountMinor: bigint): Promise<RefundRequest> {
    const outcome = await query(payment);
    if (outcome.kind !== 'succeeded') throw new Error(`not paid: ${outcome.kind}`);
    const { channelOrderNo, amount } = payment;
    return {
      channelOrderNo: number('r'),
      requestedAt: new Date(),
      amount: cny(amountMinor),
      original: { channelOrderNo, channelRef: outcome.channelRef, amount },
      noticeUrl: rail.noticeUrl,
    };
  }
  /** Asks until it is decided; the limit of the test is the limit of the patience. */
  async function decided(request: RefundRequest): Promise<Outcome> {
    const outcome = await rail.adapter.queryRefund(asking(request));
    return outcome.kind === 'pending' ? decided(request) : outcome;
  }
  const read = (body: Uint8Array): Notice =>
    rail.adapter.readNotice({ body, receivedAt: new Date() });
  async function firstNotice(request: { channelOrderNo: string }): Promise<Uint8Array> {
    const [body] = await rail.notices(request.channelOrderNo, 1);
    if (!body) throw new Error('no notice');
    return body;
  }

  describe(`${name} keeps the contract of channels`, () => {
    beforeAll(async () => {
      rail = await startRail();
    }, 60_000);
    afterAll(() => rail.stop());

    test('a paid payment is told as a success with its reference and exact amount', async () => {
      const outcome = await query(await paid());
      expect(outcome).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
      expect(outcome.kind === 'succeeded' && outcome.channelRef).toBeTruthy();
    });

    test('paying twice by the same request makes the same step', async () => {
      const request = payRequest();
      expect(await rail.adapter.pay(request)).toEqual(await rail.adapter.pay(request));
    });

    test('a form goes only to an origin the page may post to', async () => {
      const { next } = (await rail.adapter.pay(payRequest())) as Extract<
        Outcome,
        { kind: 'pending' }
      >;
      if (next.type !== 'post-form') return;
      expect(rail.adapter.formOrigins).toContain(new URL(next.url).origin);
    });

    test('a payer who has not decided yet leaves the payment pending', async () => {
      expect(await query(await begin())).toMatchObject({ kind: 'pending' });
    });

    test('a declined payment is failed, with a reason', async () => {
      const request = await begin();
      await rail.payerIsDeclined(request.channelOrderNo);
      expect(await query(request)).toMatchObject({ kind: 'failed', reason: expect.any(String) });
    });

    test('a payment that never reached the channel is pending, and not paid once its time is over', async () => {
      const request = await begin('lose the request');
      expect(await query(request)).toMatchObject({ kind: 'pending' });
      expect(await query(request, 20 * MINUTE_MS)).toMatchObject({
        kind: 'failed',
        reason: 'not_paid_in_time',
      });
    });

    test('"in progress" is pending however late it is said', async () => {
      const request = await paid('say it is in progress');
      expect(await query(request, 60 * MINUTE_MS)).toMatchObject({ kind: 'pending' });
    });

    test('a paid payment that the channel does not find yet is not failed in its time', async () => {
      const request = await paid('deny that it knows the number');
      expect(await query(request)).toMatchObject({ kind: 'pending' });
    });

    test('a lost answer to a question decides nothing', async () => {
      const request = await paid('drop the line when asked');
      expect(await query(request, 60 * MINUTE_MS)).toMatchObject({ kind: 'unknown' });
    });

    test('a gateway that is not there decides nothing about a payment', async () => {
      const request = await paid();
      const adapter = await rail.unreachable();
      const outcome = await adapter.query(asking(request, 60 * MINUTE_MS));
      expect(outcome).toMatchObject({ kind: 'unknown', cause: 'transport' });
    });

    test('an answer about another amount than we asked for is no success', async () => {
      const request = { ...(await paid()), amount: cny(6_801n) };
      expect(await query(request)).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
    });

    test('a notice of a payment is read, and says the same as a query', async () => {
      const request = await paid();
      const notice = read(await firstNotice(request));
      expect(notice).toMatchObject({ concerns: 'payment', channelOrderNo: request.channelOrderNo });
      const { evidence: _n, ...told } = notice.outcome;
      const { evidence: _q, ...asked } = await query(request);
      expect(told).toEqual(asked);
    });

    test('a repeated notice has the same key, another payment has another', async () => {
      const [first, second] = await Promise.all([paid('notify twice'), paid()]);
      const keys = (await rail.notices(first.channelOrderNo, 2)).map(
        (body) => read(body).noticeKey,
      );
      expect(new Set(keys).size).toBe(1);
      expect(keys).not.toContain(read(await firstNotice(second)).noticeKey);
    });

    test.each(['notify with a broken signature', 'notify signed by a stranger'] as const)(
      'a notice is refused when the rail is told to %s',
      async (behaviour) => {
        const body = await firstNotice(await paid(behaviour));
        expect(() => read(body)).toThrow(UnauthenticNotice);
      },
    );

    test('an authentic notice with any byte of it changed is refused', async () => {
      const body = await firstNotice(await paid());
      for (let at = 0; at < body.length; at += 37) {
        const changed = Uint8Array.from(body);
        changed[at] = (changed[at] ?? 0) === 0x30 ? 0x31 : 0x30;
        expect(() => read(changed)).toThrow(UnauthenticNotice);
      }
    });

    test('a notice with another amount tells that amount, so that it can be seen to differ', async () => {
      const { outcome } = read(await firstNotice(await paid('notify another amount')));
      expect(outcome.kind).toBe('succeeded');
      expect(outcome).not.toMatchObject({ amount: AMOUNT });
    });

    test('a full refund is accepted, and then told as a success by query and by notice', async () => {
      const request = await refundOf(await paid(), AMOUNT.amountMinor);
      expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'pending' });
      expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
      expect(read(await firstNotice(request))).toMatchObject({
        concerns: 'refund',
        channelOrderNo: request.channelOrderNo,
        outcome: { kind: 'succeeded', amount: AMOUNT },
      });
    });

    test('parts can be refunded, and never more in all than was paid', async () => {
      const payment = await paid();
      for (const part of [800n, 6_000n]) {
        const request = await refundOf(payment, part);
        expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'pending' });
        expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: cny(part) });
      }
      const tooMuch = await refundOf(payment, 1n);
      expect(await rail.adapter.refund(tooMuch)).toMatchObject({ kind: 'failed' });
      await expect(refundOf(payment, 6_801n).then(rail.adapter.refund)).rejects.toThrow(RangeError);
    });

    test('a refused refund is failed; one that fails later is told so by query and notice', async () => {
      const payment = await paid();
      const refused = await refundOf(payment, 100n);
      await rail.script(refused.channelOrderNo, 'refuse');
      expect(await rail.adapter.refund(refused)).toMatchObject({ kind: 'failed' });
      const late = await refundOf(payment, 100n);
      await rail.script(late.channelOrderNo, 'fail later');
      expect(await rail.adapter.refund(late)).toMatchObject({ kind: 'pending' });
      expect(await decided(late)).toMatchObject({ kind: 'failed' });
      expect(read(await firstNotice(late)).outcome).toMatchObject({ kind: 'failed' });
    });

    test('a refund whose answer was lost is unknown, and a query under its number finds it', async () => {
      const request = await refundOf(await paid(), 800n);
      await rail.script(request.channelOrderNo, 'lose the reply');
      expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'unknown' });
      expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: cny(800n) });
    });

    test('a repeated refund request moves no second money', async () => {
      const payment = await paid();
      const request = await refundOf(payment, 3_500n);
      await rail.adapter.refund(request);
      expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'pending' });
      expect(await decided(request)).toMatchObject({ kind: 'succeeded' });
      const rest = await refundOf(payment, 3_300n);
      expect(await rail.adapter.refund(rest)).toMatchObject({ kind: 'pending' });
    });

    test('a refund that never arrived is unknown, then known as not received, and can be sent again', async () => {
      const request = await refundOf(await paid(), 800n);
      await rail.script(request.channelOrderNo, 'lose the request');
      expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'unknown' });
      const later = (laterMs: number) => rail.adapter.queryRefund(asking(request, laterMs));
      expect(await later(0)).toMatchObject({ kind: 'pending' });
      expect(await later(5 * MINUTE_MS)).toMatchObject({ kind: 'failed', reason: 'not_received' });
      expect(await rail.adapter.refund(request)).toMatchObject({ kind: 'pending' });
      expect(await decided(request)).toMatchObject({ kind: 'succeeded' });
    });

    test('a refund to a gateway that is not there was not received', async () => {
      const request = await refundOf(await paid(), 800n);
      const adapter = await rail.unreachable();
      expect(await adapter.refund(request)).toMatchObject({
        kind: 'failed',
        reason: 'not_received',
      });
    });
  });
}
