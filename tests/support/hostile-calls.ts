import type { Operation } from '@/lib/api/operation';
import { OPERATIONS } from '@/lib/api/operations';
import { newSortableNumber } from '@/lib/core/ids';
import { newApiClient } from './api-client';
import { addressOf, freshBody } from './api-subjects';
import { hostileBodies } from './hostile-bodies';

const AT_ONCE = 12;
/** Fewer than a key may call at once. */
const CALLS_OF_A_KEY = 800;

/** Every answer is held against the table of operations as it comes, by `fetch` itself: an error is a problem. */
interface Fuzzed {
  sent: number;
  problems: string[];
}

async function atOnce(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Sends a call the bodies that it might stumble over; of those that its schema refuses, one in so many. */
export async function sendHostile(origin: string, one: Operation, oneIn = 1): Promise<Fuzzed> {
  const done: Fuzzed = { sent: 0, problems: [] };
  let shop = await newApiClient(origin);
  let address = await addressOf(one, shop);
  const bodies = hostileBodies(one, () => freshBody(one), oneIn);
  await atOnce(async () => {
    for (const body of bodies) {
      done.sent += 1;
      if (done.sent % CALLS_OF_A_KEY === 0) {
        shop = await newApiClient(origin);
        address = await addressOf(one, shop);
      }
      const answer = await shop.post(body, {}, address, one.method).catch(String);
      const problem = typeof answer === 'string' ? answer : answer.status >= 500 && 'broke';
      if (problem) done.problems.push(`${body.slice(0, 200)} → ${problem}`);
    }
  });
  return done;
}

const WORDS = [
  ...['', '%00', '%20', "a'--", '..%2f..', '%F0%9F%A4%91', '__proto__', '9'.repeat(400), '%ff'],
  // Times and days at the ends of what can be written.
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00%2B14:00', '9999-12-31T23:59:59-14:00'],
  ...['0000-01-01', '9999-12-31', '2026-02-30', '2026-13', '0000-01', '9999-12', '-1', '1e2'],
];
/** These are no text at all, or none that a database takes: no schema is asked. */
const NO_TEXT = ['%00', '%ff'];

/** Reads with each of the words at each place of an address and a query. */
export async function readHostile(origin: string, oneIn = 1): Promise<Fuzzed> {
  const done: Fuzzed = { sent: 0, problems: [] };
  const paths = pathsToRead(oneIn);
  const shop = await newApiClient(origin);
  await atOnce(async () => {
    for (const path of paths) {
      done.sent += 1;
      const answer = await shop.get(path).catch(String);
      if (typeof answer === 'string' || answer.status >= 500) {
        done.problems.push(`${path} → ${answer}`);
      }
    }
  });
  return done;
}

function* pathsToRead(oneIn: number): Generator<string> {
  for (const { path, query } of OPERATIONS.filter(({ method }) => method === 'GET')) {
    const plain = path.replace(/\{\w+\}/g, `ord_${newSortableNumber()}`);
    const names = Object.keys((query as { shape?: object } | undefined)?.shape ?? {});
    for (const [nth, word] of WORDS.entries()) {
      if (path.includes('{') && word) yield path.replace(/\{\w+\}/g, word);
      for (const [place, name] of [...names, 'other'].entries()) {
        const comes =
          (place + nth) % oneIn === 0 ||
          (!NO_TEXT.includes(word) &&
            query?.safeParse({ [name]: decodeURIComponent(word) }).success);
        if (comes) yield `${plain}?${name}=${word}`;
      }
    }
  }
}
