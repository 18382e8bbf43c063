import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import type { ContractRail } from './channel-rail';
import { AMOUNT, type channelScene, MINUTE_MS } from './channel-scene';

/** What holds for refunds and undos. */
export function channelReturns(
  rail: () => ContractRail,
  scene: ReturnType<typeof channelScene>,
): void {
  const { paid, query, returnOf, aboutReturn, decided, read, firstNotice } = scene;

  test('a full refund is accepted, and then told as a success by query and by notice', async () => {
    const request = await returnOf(await paid(), AMOUNT.amountMinor);
    expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'pending' });
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
      const request = await returnOf(payment, part);
      expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'pending' });
      expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: cny(part) });
    }
    const tooMuch = await returnOf(payment, 1n);
    expect(await rail().adapter.refund(tooMuch)).toMatchObject({ kind: 'failed' });
    await expect(returnOf(payment, 6_801n).then(rail().adapter.refund)).rejects.toThrow(RangeError);
  });

  test('a refused refund is failed; one that fails later is told so by query and notice', async () => {
    const payment = await paid();
    const refused = await returnOf(payment, 100n);
    await rail().script(refused.channelOrderNo, 'refuse');
    const withCode = { kind: 'failed', code: expect.stringMatching(/./) };
    expect(await rail().adapter.refund(refused)).toMatchObject(withCode);
    const late = await returnOf(payment, 100n);
    await rail().script(late.channelOrderNo, 'fail later');
    expect(await rail().adapter.refund(late)).toMatchObject({ kind: 'pending' });
    expect(await decided(late)).toMatchObject(withCode);
    expect(read(await firstNotice(late)).outcome).toMatchObject({ kind: 'failed' });
  });

  test('a refund whose answer was lost is unknown, and a query under its number finds it', async () => {
    const request = await returnOf(await paid(), 800n);
    await rail().script(request.channelOrderNo, 'lose the reply');
    expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'unknown' });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: cny(800n) });
  });

  test('a repeated refund request moves no second money', async () => {
    const payment = await paid();
    const request = await returnOf(payment, 3_500n);
    await rail().adapter.refund(request);
    expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'pending' });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded' });
    const rest = await returnOf(payment, 3_300n);
    expect(await rail().adapter.refund(rest)).toMatchObject({ kind: 'pending' });
  });

  test('a refund that never arrived is unknown, then known as not received, and can be sent again', async () => {
    const request = await returnOf(await paid(), 800n);
    await rail().script(request.channelOrderNo, 'lose the request');
    expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'unknown' });
    const later = (laterMs: number) => rail().adapter.queryRefund(aboutReturn(request, laterMs));
    expect(await later(0)).toMatchObject({ kind: 'pending' });
    expect(await later(5 * MINUTE_MS)).toMatchObject({ kind: 'failed', reason: 'not_received' });
    expect(await rail().adapter.refund(request)).toMatchObject({ kind: 'pending' });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded' });
  });

  test('a refund to a gateway that is not there was not received', async () => {
    const request = await returnOf(await paid(), 800n);
    const adapter = await rail().unreachable();
    expect(await adapter.refund(request)).toMatchObject({
      kind: 'failed',
      reason: 'not_received',
    });
  });

  test('an undo gives all of it back, once, and belongs to the clearing day', async () => {
    const payment = await paid();
    const { adapter } = rail();
    const now = new Date();
    expect(adapter.returnsAt({ paidAt: now, at: now })).toEqual({ undo: true, refund: true });
    const undo = await returnOf(payment, AMOUNT.amountMinor, 'undo');
    expect(await adapter.refund(undo)).toMatchObject({ kind: 'pending' });
    expect(await decided(undo)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
    expect(read(await firstNotice(undo))).toMatchObject({
      concerns: 'refund',
      channelOrderNo: undo.channelOrderNo,
      outcome: { kind: 'succeeded', amount: AMOUNT },
    });
    const again = { ...undo, channelOrderNo: `${undo.channelOrderNo.slice(0, -1)}z` };
    expect(await adapter.refund(again)).toMatchObject({ kind: 'failed' });
  });

  test('a lost undo is unknown, and a question of its own kind finds it', async () => {
    const payment = await paid();
    const undo = await returnOf(payment, AMOUNT.amountMinor, 'undo');
    await rail().script(undo.channelOrderNo, 'lose the reply');
    expect(await rail().adapter.refund(undo)).toMatchObject({ kind: 'unknown' });
    expect(await decided(undo)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
    expect(await query(payment)).toMatchObject({ kind: 'succeeded' });
  });
}
