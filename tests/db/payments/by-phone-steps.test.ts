import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { closeAttempt } from '@/lib/payments/close-attempt';
import { confirmHeldPayment } from '@/lib/payments/confirm-held-payment';
import { getCashier } from '@/lib/payments/get-cashier';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { PHONE } from '@/tests/support/hosts';
import {
  atCarrier,
  letPass,
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
  somebody,
} from '@/tests/support/phone-bill-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { SOON } from '@/tests/support/soon';

let rails: Awaited<ReturnType<typeof startCarrierRails>>;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env);
  await openBeijing();
});
afterAll(() => rails.stop());
beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));

const view = (token: string) => getCashier({ token, userId: null, host: PHONE });
const submit = (token: string, code: string) => submitChannelCode({ token, code, userId: null });
const resend = (token: string) => resendChannelCode({ token, userId: null, ...somebody() });
const statesAtCarrier = async (phone: string) =>
  (await atCarrier(rails, phone)).map(({ state }) => state);
const newest = async (order: Order) => {
  const attempt = (await selectAttempts(order.id)).at(-1);
  if (!attempt) throw new Error('no attempt');
  return attempt;
};

test('a code that a carrier asks for in place of its page is sent again like any other', async () => {
  const order = await makeDigitalOrder();
  const { payToken: token } = order;
  const phone = phoneWith('0011', '130');
  expect(await payByPhone(order, phone)).toEqual({ result: 'continue' });
  const live = await selectLiveAttempt(order.id);
  expect(live?.nextStep?.type).toBe('enter-code');
  expect(await refusalCode(resend(token))).toBe('code_too_soon');
  await letPass(live?.id ?? '', 61);
  expect(await resend(token)).toEqual({ result: 'continue' });
  expect((await view(token)).live).toMatchObject({
    nextStep: { type: 'enter-code' },
    phone: { mode: 'wap', triesLeft: 3 },
  });
  expect((await rails.textsTo(phone)).length).toBe(2);
  expect(await submit(token, await rails.handsetCode(phone))).toEqual({ result: 'paid' });
  expect((await statesAtCarrier(phone)).sort()).toEqual(['cancelled', 'succeeded']);
});

test('where no code is awaited none is sent', async () => {
  const order = await makeDigitalOrder();
  const phone = phoneWith('8010', '130');
  await payByPhone(order, phone);
  await letPass((await newest(order)).id, 61);
  expect(await refusalCode(resend(order.payToken))).toBe('no_code_awaited');
  expect(await statesAtCarrier(phone)).toEqual(['pending_validation']);
});

describe('a payment that is denied while somebody is at work on it ends so for them too', () => {
  const works: Record<string, (order: Order, attemptId: string) => Promise<unknown>> = {
    'typing its code': async ({ payToken }) => (await submit(payToken, '123456')).result,
    'closing it': async (_, attemptId) =>
      (await closeAttempt({ attemptId, actor: 'test', cause: 'closed' })).kind,
    'confirming it': async (_, attemptId) =>
      (await confirmHeldPayment({ attemptId, actor: 'test' })).kind,
    'asking for another code': ({ payToken }) => refusalCode(resend(payToken)),
  };
  test.each(Object.keys(works))('%s', async (name) => {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7010');
    await payByPhone(order, phone);
    const { id: attemptId } = await newest(order);
    await letPass(attemptId, 61);
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      // Whoever reads the phone waits here, and finds it gone.
      await client.query('LOCK TABLE vault_items IN ACCESS EXCLUSIVE MODE');
      const answer = works[name]?.(order, attemptId);
      await vi.waitFor(async () => {
        const { rows } = await client.query(
          `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE datname = current_database() AND relation = 'vault_items'::regclass AND NOT granted`,
        );
        expect(rows).toHaveLength(1);
      }, SOON);
      await client.query(
        'DELETE FROM vault_items WHERE id = (SELECT phone_item_id FROM phone_payments WHERE attempt_id = $1)',
        [attemptId],
      );
      await client.query('UPDATE phone_payments SET phone_item_id = NULL WHERE attempt_id = $1', [
        attemptId,
      ]);
      await client.query(
        "UPDATE attempts SET state = 'failed', failure_reason = 'declined', next_step = NULL WHERE id = $1",
        [attemptId],
      );
      await client.query('COMMIT');
      expect(await answer).toBe(name === 'asking for another code' ? 'no_code_awaited' : 'failed');
    } finally {
      // With its lock, should it hold that still.
      client.release(true);
    }
    expect(await newest(order)).toMatchObject({ state: 'failed', failureReason: 'declined' });
  });
});

test('a payment that is denied while its last wrong code is on the way fails for that reason', async () => {
  const order = await makeDigitalOrder();
  await payByPhone(order, phoneWith('7011'));
  const { id: attemptId } = await newest(order);
  const word = { attemptId, actor: 'test', cause: 'the carrier’s own event' };
  await settleOutcome({ ...word, outcome: { kind: 'failed', reason: 'declined', evidence: {} } });
  await closeAttempt({ ...word, reason: 'code_tries_used' });
  expect(await newest(order)).toMatchObject({ state: 'failed', failureReason: 'code_tries_used' });
});
