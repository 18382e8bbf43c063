import { expect, test } from 'vitest';
import { gather } from '@/lib/core/gather';

/** A call that waits to be answered, and what was sent in it. */
function scriptedCall() {
  const sent: { items: number[]; answer: (answers: string[]) => void; fail: (e: Error) => void }[] =
    [];
  let arrived: () => void = () => undefined;
  const call = (items: number[]) =>
    new Promise<string[]>((answer, fail) => {
      sent.push({ items, answer, fail });
      arrived();
    });
  const untilSent = async (count: number) => {
    while (sent.length < count) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
    return sent;
  };
  return { call, untilSent };
}
const limits = { mostPerCall: 3, mostWaiting: 5 };
const words = (items: readonly number[]) => items.map((item) => `answer ${item}`);

test('what arrives while a call is in flight goes together in the next one, and each gets its own answer', async () => {
  const { call, untilSent } = scriptedCall();
  const ask = gather(call, limits);
  const first = ask(1);
  const [one] = await untilSent(1);
  const rest = [ask(2), ask(3)];
  one?.answer(['answer 1']);
  const [, two] = await untilSent(2);
  expect([one?.items, two?.items]).toEqual([[1], [2, 3]]);
  two?.answer(words([2, 3]));
  expect(await Promise.all([first, ...rest])).toEqual(words([1, 2, 3]));
});

test('a call carries no more than its limit; the rest follows in order', async () => {
  const calls: number[][] = [];
  const ask = gather(async (items: number[]) => {
    calls.push(items);
    return words(items);
  }, limits);
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual(words([1, 2, 3, 4, 5]));
  expect(calls).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test('whoever finds the queue full is refused, and those in it are served', async () => {
  const { call, untilSent } = scriptedCall();
  const ask = gather(call, limits);
  const inFlight = ask(0);
  const [first] = await untilSent(1);
  const waiting = [1, 2, 3, 4, 5].map(ask);
  await expect(ask(6)).rejects.toMatchObject({ code: 'ledger_busy' });
  first?.answer(words([0]));
  const [, second] = await untilSent(2);
  second?.answer(words([1, 2, 3]));
  const [, , third] = await untilSent(3);
  third?.answer(words([4, 5]));
  expect(await Promise.all([inFlight, ...waiting])).toEqual(words([0, 1, 2, 3, 4, 5]));
});

test('a call that breaks fails its own items only, and the next ones go on', async () => {
  const { call, untilSent } = scriptedCall();
  const ask = gather(call, limits);
  const first = ask(1);
  const [one] = await untilSent(1);
  const second = ask(2);
  one?.fail(new Error('away'));
  await expect(first).rejects.toThrow('away');
  const [, two] = await untilSent(2);
  two?.answer(['answer 2']);
  expect(await second).toBe('answer 2');
});

test('an answer that is missing is a bug, not somebody else’s answer', async () => {
  const ask = gather(async () => ['one only'], limits);
  const answers = await Promise.allSettled([ask(1), ask(2)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
