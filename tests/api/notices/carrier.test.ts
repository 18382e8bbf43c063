import { expect, inject, test, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { readOrder } from '@/lib/orders/read-order';
import { startPayment } from '@/lib/payments/start-payment';
import { selectLiveAttempt } from '@/lib/payments/store';
import { seedOrder } from '@/tests/support/factories/orders';
import { PHONE } from '@/tests/support/hosts';
import { phoneNumber } from '@/tests/support/phone-numbers';
import { SOON } from '@/tests/support/soon';

const stack = inject('stack');
async function control(path: string): Promise<void> {
  const answer = await fetch(`${stack.sandboxOrigin}/control/api/carrier/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.ok).toBe(true);
}

test('a carrier’s events come over https to the listener, and what they make us ask for pays the order', async () => {
  const order = await seedOrder({ amount: 600, goods: 'digital', subject: '游戏金币' });
  await startPayment({
    ...{ token: order.payToken, method: 'carrier', phone: phoneNumber() },
    ...{ consentVersion: 'test', device: `device-${order.id}`, address: '203.0.113.7' },
    ...{ host: PHONE, actor: { userId: null } },
  });
  const attempt = await selectLiveAttempt(order.id);
  const channelOrderNo = String(attempt?.channelOrderNo);
  // Its payer has proved to be there, which nobody but the carrier has seen.
  await control(`payments/${channelOrderNo}/validate`);
  await vi.waitFor(async () => expect((await readOrder(order.id)).state).toBe('paid'), SOON);
  await vi.waitFor(async () => {
    const notices = await db().channelNotice.findMany({ where: { channelOrderNo } });
    const results = await db().channelNoticeResult.findMany({
      where: { noticeId: { in: notices.map(({ id }) => id) } },
    });
    // Waiting for the code, reserved, completed.
    expect(results.map(({ result }) => result)).toEqual(['asked', 'asked', 'asked']);
  }, SOON);
});

test('an event that bears none of our tokens is refused', async () => {
  const answer = await fetch(`${stack.origin}/api/channels/carrier/notify`, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json',
      authorization: `Bearer 0123456789.${'0'.repeat(64)}`,
    },
    body: '{}',
  });
  expect([answer.status, await answer.text()]).toEqual([401, 'notice_token_wrong']);
});
