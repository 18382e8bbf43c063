import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import type { Outcome } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { ContractRail } from './channel-rail';
import { channelReturns } from './channel-returns';
import { AMOUNT, channelScene, MINUTE_MS, type Quickpass } from './channel-scene';

const NEXT = { front: 'post-form', control: 'launch-control', qr: 'show-qr' } as const;

/** The guarantees every adapter gives, shown against its rail over real HTTP. */
export function channelContract(
  name: string,
  startRail: () => Promise<ContractRail>,
  instrument: Quickpass = { type: 'quickpass', surface: 'front' },
): void {
  let rail: ContractRail;
  const scene = channelScene(() => rail, instrument);
  const { payRequest, asking, query, begin, paid, read, firstNotice } = scene;

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

    test('paying twice by the same request is one payment', async () => {
      const request = payRequest();
      const first = await rail.adapter.pay(request);
      const second = await rail.adapter.pay(request);
      expect(second.kind).toBe('pending');
      // What the payer does next came with the first answer, where there was one to wait for.
      if (instrument.surface === 'front') expect(second).toEqual(first);
    });

    test('the payer is told what to do next, as the way of paying has it', async () => {
      expect(await rail.adapter.pay(payRequest())).toMatchObject({
        kind: 'pending',
        next: { type: NEXT[instrument.surface] },
      });
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

    channelReturns(() => rail, scene);
  });
}
