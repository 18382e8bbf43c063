import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { refusalCode } from '@/tests/support/refusal-code';

/** Something to wait for until somebody opens it. */
function gate() {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

let keys = 0;
const newCall = () => {
  keys += 1;
  return { merchantId: 'mer_once', key: `k${keys}-${process.pid}-${Date.now()}`, inputHash: 'h' };
};
const answer = (body: string) => async () => ({ status: 201, body });
const once = (
  call: ReturnType<typeof newCall>,
  run: () => Promise<{ status: number; body: string }>,
) => inTransaction((tx) => answerOnce(tx, call, run));

test('the first answer is given again, and the second run never happens', async () => {
  const call = newCall();
  expect(await once(call, answer('one'))).toEqual({ status: 201, body: 'one', hit: false });
  expect(await once(call, answer('two'))).toEqual({ status: 201, body: 'one', hit: true });
});

test('the same key with other input is refused', async () => {
  const call = newCall();
  await once(call, answer('one'));
  const other = once({ ...call, inputHash: 'other' }, answer('two'));
  expect(await refusalCode(other)).toBe('idempotency_key_reused');
});

test('the same key of another merchant is another key', async () => {
  const call = newCall();
  await once(call, answer('one'));
  expect(await once({ ...call, merchantId: 'mer_other' }, answer('two'))).toMatchObject({
    body: 'two',
    hit: false,
  });
});

test('while one is running the same key is refused, and afterwards it gets the answer', async () => {
  const call = newCall();
  const started = gate();
  const held = gate();
  const slow = once(call, async () => {
    started.open();
    await held.passed;
    return { status: 201, body: 'slow' };
  });
  await started.passed;
  expect(await refusalCode(once(call, answer('two')))).toBe('idempotency_in_progress');
  held.open();
  expect(await slow).toMatchObject({ body: 'slow', hit: false });
  expect(await once(call, answer('two'))).toMatchObject({ body: 'slow', hit: true });
});

test('a refusal keeps nothing: the same key may try again', async () => {
  const call = newCall();
  const refused = once(call, async () => {
    throw new Refusal('order_conflict');
  });
  expect(await refusalCode(refused)).toBe('order_conflict');
  expect(await once(call, answer('one'))).toMatchObject({ body: 'one', hit: false });
});

test('an answer past its time gives way to a new one', async () => {
  const call = newCall();
  await once(call, answer('old'));
  await db().$executeRaw`
    UPDATE idempotency_keys SET expires_at = now() - interval '1 second' WHERE key = ${call.key}`;
  expect(await once(call, answer('new'))).toMatchObject({ body: 'new', hit: false });
  expect(await once(call, answer('x'))).toMatchObject({ body: 'new', hit: true });
});

test('an answer is kept for a day at least', async () => {
  const call = newCall();
  await once(call, answer('one'));
  const rows = await db().$queryRaw<{ hours: number }[]>`
    SELECT extract(epoch FROM expires_at - now())::float / 3600 AS hours
      FROM idempotency_keys WHERE key = ${call.key}`;
  expect(rows[0]?.hours).toBeGreaterThan(24);
});
