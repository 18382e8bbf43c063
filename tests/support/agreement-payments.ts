import { expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { cny } from '@/lib/money/money';
import type { AgreementRail } from './agreement-rail';
import { AMOUNT, type agreementScene, MINUTE_MS } from './agreement-scene';

/** What holds for payments by agreement, their refunds and the notices of both. */
export function agreementPayments(
  rail: () => AgreementRail,
  scene: ReturnType<typeof agreementScene>,
): void {
  const { stepsOf, signing, signed, payment, asking, query, decided, scripted, paid } = scene;
  const { refundOf, aboutRefund, refundDecided, read, firstNotice } = scene;

  test('a payment is told as a success of its exact amount, with its reference and card type', async () => {
    const outcome = await decided(await paid());
    expect(outcome).toMatchObject({ kind: 'succeeded', amount: AMOUNT, cardType: 'debit' });
    expect(outcome.kind === 'succeeded' && outcome.channelRef).toBeTruthy();
  });

  test('with a code it waits for the code, and is paid by the right one', async () => {
    const request = payment(true);
    const waiting = {
      kind: 'pending',
      next: { type: 'enter-code', phoneMasked: '138****8000', expiresAt: expect.any(String) },
    };
    expect(await rail().adapter.pay(request)).toMatchObject(waiting);
    expect(await stepsOf(rail().adapter).resendCode?.(request)).toMatchObject(waiting);
    await stepsOf(rail().adapter).submitCode({ ...request, code: rail().codes.right });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
  });

  test('a wrong code pays nothing by itself', async () => {
    const request = payment(true);
    await rail().adapter.pay(request);
    const { submitCode } = stepsOf(rail().adapter);
    const failed = { kind: 'failed', reason: 'code_wrong' };
    expect(await submitCode({ ...request, code: rail().codes.wrong })).toMatchObject(failed);
    expect(await query(request)).toMatchObject(failed);
    await submitCode({ ...request, code: rail().codes.right });
    const kind = rail().wrongCodeSpendsNumber ? 'failed' : 'succeeded';
    expect(await decided(request)).toMatchObject({ kind });
  });

  test('a card without money is failed, with the reason', async () => {
    const empty = await signed(signing(rail().elements.empty));
    const request = payment(false, empty);
    const sent = await rail().adapter.pay(request);
    const outcome = sent.kind === 'pending' ? await decided(request) : sent;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'insufficient_funds' });
  });

  test('a payment whose answer was lost is unknown, and a question finds it paid', async () => {
    const request = await scripted('lose the reply');
    expect(await rail().adapter.pay(request)).toMatchObject({ kind: 'unknown' });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
  });

  test('a code whose payment got lost is unknown, and a question finds it paid', async () => {
    const request = await scripted('lose the reply', true);
    await rail().adapter.pay(request);
    const { submitCode } = stepsOf(rail().adapter);
    const lost = await submitCode({ ...request, code: rail().codes.right });
    expect(lost).toMatchObject({ kind: 'unknown' });
    expect(await decided(request)).toMatchObject({ kind: 'succeeded' });
  });

  test('a payment that never arrived is open in its time, and not paid once that is over', async () => {
    const request = await scripted('lose the request');
    expect(await rail().adapter.pay(request)).toMatchObject({ kind: 'unknown' });
    expect(await query(request)).toMatchObject({ kind: 'pending' });
    const later = await query(request, 20 * MINUTE_MS);
    expect(later).toMatchObject({ kind: 'failed', reason: 'not_paid_in_time' });
  });

  test('one that is decided later is pending until then', async () => {
    const [good, bad] = [await scripted('decide later'), await scripted('fail later')];
    expect(await rail().adapter.pay(good)).toMatchObject({ kind: 'pending' });
    expect(await rail().adapter.pay(bad)).toMatchObject({ kind: 'pending' });
    expect(await decided(good)).toMatchObject({ kind: 'succeeded' });
    expect(await decided(bad)).toMatchObject({ kind: 'failed' });
  });

  test('"in progress" is pending, "not found" is not failed, silence is unknown', async () => {
    const hourLater = 60 * MINUTE_MS;
    const slow = await paid('say it is in progress');
    expect(await query(slow, hourLater)).toMatchObject({ kind: 'pending' });
    expect(await query(await paid('deny that it knows the number'))).toMatchObject({
      kind: 'pending',
    });
    const silent = await paid('drop the line when asked');
    expect(await query(silent, hourLater)).toMatchObject({ kind: 'unknown' });
  });

  test('the same payment twice is one charge', async () => {
    const request = await paid();
    await rail().adapter.pay(request);
    const all = await refundOf(request, AMOUNT.amountMinor);
    await rail().adapter.refund(all);
    expect(await refundDecided(all)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
    const more = await refundOf(request, 1n);
    expect(await rail().adapter.refund(more)).toMatchObject({ kind: 'failed' });
  });

  test('another amount than we asked for is no success', async () => {
    const request = await paid();
    await decided(request);
    const other = await query({ ...request, amount: cny(6_801n) });
    expect(other).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  });

  test('a channel that is not there got no payment, and a question to it decides nothing', async () => {
    const gone = await rail().unreachable();
    const outcome = await gone.pay(payment());
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'not_received' });
    expect(await gone.query(asking(payment()))).toMatchObject({ kind: 'unknown' });
  });

  test('a lost refund is unknown and found by a question; a part and the rest are all there is', async () => {
    const request = await paid();
    const part = await refundOf(request, 800n);
    await rail().script(part.channelOrderNo, 'lose the reply');
    expect(await rail().adapter.refund(part)).toMatchObject({ kind: 'unknown' });
    expect(await refundDecided(part)).toMatchObject({ kind: 'succeeded', amount: cny(800n) });
    const lost = await refundOf(request, 6_000n);
    await rail().script(lost.channelOrderNo, 'lose the request');
    expect(await rail().adapter.refund(lost)).toMatchObject({ kind: 'unknown' });
    const later = await rail().adapter.queryRefund(aboutRefund(lost, 10 * MINUTE_MS));
    expect(later).toMatchObject({ kind: 'failed', reason: 'not_received' });
    await rail().adapter.refund(lost);
    expect(await refundDecided(lost)).toMatchObject({ kind: 'succeeded' });
    const tooMuch = await refundOf(request, 1n);
    expect(await rail().adapter.refund(tooMuch)).toMatchObject({ kind: 'failed' });
  });

  test('a notice says the same as a question; repeats share a key, other payments do not', async () => {
    const [request, other] = [await paid('notify twice'), await paid()];
    const notices = (await rail().notices(request.channelOrderNo, 2)).map(read);
    const { evidence: _n, ...told } = notices[0]?.outcome ?? { evidence: {} };
    const { evidence: _q, ...asked } = await decided(request);
    expect(told).toEqual(asked);
    expect(notices[0]).toMatchObject({
      concerns: 'payment',
      ...{ channelOrderNo: request.channelOrderNo },
    });
    const keys = notices.map(({ noticeKey }) => noticeKey);
    expect(new Set(keys).size).toBe(1);
    expect(keys).not.toContain(read(await firstNotice(other)).noticeKey);
  });

  test('a notice with a broken signature, or any byte changed, is refused', async () => {
    const broken = await firstNotice(await paid('notify with a broken signature'));
    expect(() => read(broken)).toThrow(UnauthenticNotice);
    const { body, headers } = await firstNotice(await paid());
    for (let at = 0; at < body.length; at += 37) {
      const changed = Uint8Array.from(body);
      changed[at] = (changed[at] ?? 0) === 0x30 ? 0x31 : 0x30;
      expect(() => read({ body: changed, headers })).toThrow(UnauthenticNotice);
    }
  });

  test('a notice with another amount tells that amount, so that it can be seen to differ', async () => {
    const { outcome } = read(await firstNotice(await paid('notify another amount')));
    expect(outcome.kind).toBe('succeeded');
    expect(outcome).not.toMatchObject({ amount: AMOUNT });
  });

  test('a refused payment or refund is failed at once', async () => {
    const failed = { kind: 'failed', reason: expect.any(String) };
    expect(await rail().adapter.pay(await scripted('refuse'))).toMatchObject(failed);
    const back = await refundOf(await paid(), 100n);
    await rail().script(back.channelOrderNo, 'refuse');
    expect(await rail().adapter.refund(back)).toMatchObject(failed);
    expect(await refundDecided(back)).toMatchObject(failed);
  });
}
