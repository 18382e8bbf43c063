import { afterAll, expect, inject, test } from 'vitest';
import common from '@/app/_messages/en/common.json';
import { OPERATIONS } from '@/lib/api/operations';
import { newApiClient } from '@/tests/support/api-client';
import { readHostile, sendHostile } from '@/tests/support/hostile-calls';

const { origin } = inject('stack');
/** What a schema refuses is refused at one place, whichever it is: one in so many; the proof `fuzz` sends all. */
const ONE_IN = 4;
let calls = 0;

const WITH_BODIES = OPERATIONS.filter(({ body }) => body);

test.each(WITH_BODIES.map((one) => [one.id, one] as const))(
  '%s answers whatever it is sent with what it says of itself',
  async (_, one) => {
    const { sent, problems } = await sendHostile(origin, one, ONE_IN);
    calls += sent;
    expect(problems).toEqual([]);
  },
);

const HEADER = 'customer_reference,name,id_no,card_no,phone';
const CELLS = [
  '',
  '"',
  '""',
  '"a',
  'a"b',
  '\0',
  '\u202e',
  '🤑',
  '=1+1',
  ' ',
  'a'.repeat(5_000),
  '１２',
  "a'--",
];
const FILES: (string | Uint8Array)[] = [
  ...['', '\ufeff', ',', '\n\n', HEADER, `${HEADER}\n`, `${HEADER},${HEADER}\n`, '{"a":1}'],
  ...CELLS.flatMap((cell) => [
    `${HEADER}\n${cell}\n`,
    ...[0, 1, 2, 3, 4].map((at) => `${HEADER}\n${['a', '张三', '1', '2', '3'].with(at, cell)}\n`),
  ]),
  Buffer.from(`${HEADER}\né`, 'latin1'),
  Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00]),
];

test('no file breaks an upload', async () => {
  const shop = await newApiClient(origin);
  const problems: string[] = [];
  for (const { path } of OPERATIONS.filter(({ upload }) => upload)) {
    for (const file of FILES) {
      const answer = await shop.post(file, { 'content-type': 'text/csv' }, path).catch(String);
      if (typeof answer === 'string') problems.push(answer);
    }
  }
  expect(problems).toEqual([]);
});

test('no address and no query breaks a read either', async () => {
  const { sent, problems } = await readHostile(origin, ONE_IN);
  calls += sent;
  expect(problems).toEqual([]);
});

test('a page whose address is no text is answered as one that does not exist', async () => {
  for (const path of ['/pay/%ff', '/l/%ff', '/merchant/orders/%E0%A4', '/docs/%ff', '/%']) {
    const answer = await fetch(`${origin}${path}`, { headers: { 'accept-language': 'en' } });
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain(common.notFound.title);
  }
});

afterAll(() => {
  // A fuzz that sends nothing finds nothing.
  expect(calls).toBeGreaterThan(1_000);
});
