import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerInSteps } from '@/lib/merchants/answer-in-steps';
import { answerOnce } from '@/lib/merchants/answer-once';
import { sweepAnswers } from '@/lib/merchants/sweep-answers';
import { refusalCode } from '@/tests/support/refusal-code';

const newCall = () => ({ merchantId: 'mer_steps', key: newSortableNumber(), inputHash: 'h' });
const answer = (body: string) => async () => ({ status: 200, body });
const expire = (key: string) =>
  db().$executeRaw`
    UPDATE idempotency_keys SET expires_at = now() - interval '2 hours' WHERE key = ${key}`;

test('the first answer is given again; other input under the key is refused', async () => {
  const call = newCall();
  expect(await answerInSteps(call, answer('one'))).toEqual({
    status: 200,
    body: 'one',
    hit: false,
  });
  expect(await answerInSteps(call, answer('two'))).toEqual({ status: 200, body: 'one', hit: true });
  const other = answerInSteps({ ...call, inputHash: 'other' }, answer('two'));
  expect(await refusalCode(other)).toBe('idempotency_key_reused');
});

test('while one is between its steps the key is taken, for changes of one commit, too', async () => {
  const call = newCall();
  const seen: string[] = [];
  await answerInSteps(call, async () => {
    seen.push(await refusalCode(answerInSteps(call, answer('two'))));
    seen.push(await refusalCode(inTransaction((tx) => answerOnce(tx, call, answer('two')))));
    const other = { ...call, inputHash: 'other' };
    seen.push(await refusalCode(answerInSteps(other, answer('two'))));
    return { status: 200, body: 'one' };
  });
  expect(seen).toEqual([
    'idempotency_in_progress',
    'idempotency_in_progress',
    'idempotency_key_reused',
  ]);
});

test('a refusal keeps nothing, so the same key may try again', async () => {
  const call = newCall();
  const refused = answerInSteps(call, () => Promise.reject(new Refusal('order_not_payable')));
  expect(await refusalCode(refused)).toBe('order_not_payable');
  expect(await answerInSteps(call, answer('now'))).toMatchObject({ body: 'now', hit: false });
});

test('a claim whose process died is taken over once it is over', async () => {
  const call = newCall();
  await answerInSteps(call, async () => {
    // As if this process had gone meanwhile: its claim runs out, and another call does it all.
    await expire(call.key);
    expect(await answerInSteps(call, answer('second'))).toMatchObject({ hit: false });
    return { status: 200, body: 'first' };
  });
});

test('what died in between is done again for the same input alone: no other is taken for it', async () => {
  const call = newCall();
  await answerInSteps(call, async () => {
    await db().$executeRaw`
      UPDATE idempotency_keys SET created_at = now() - interval '10 minutes' WHERE key = ${call.key}`;
    const other = answerInSteps({ ...call, inputHash: 'other' }, answer('other'));
    expect(await refusalCode(other)).toBe('idempotency_key_reused');
    const again = await answerInSteps(call, answer('second'));
    expect(again).toEqual({ status: 200, body: 'second', hit: false });
    return { status: 200, body: 'first' };
  });
});

test('answers are forgotten once their time is over, and only then', async () => {
  const [old, fresh] = [newCall(), newCall()];
  await answerInSteps(old, answer('old'));
  await answerInSteps(fresh, answer('fresh'));
  await expire(old.key);
  await sweepAnswers();
  const kept = await db().idempotencyKey.findMany({
    where: { key: { in: [old.key, fresh.key] } },
    select: { key: true },
  });
  expect(kept).toEqual([{ key: fresh.key }]);
});
