import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpStepOf } from '@/lib/auth/totp';
import { totpCode } from '@/lib/sandbox/authenticator/totp-code';
import { type Bench, startBench } from './start-bench';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    SANDBOX_AUTHENTICATORS: JSON.stringify([{ account: 'agent@demo.test', secret: SECRET }]),
  });
});
afterAll(() => bench.stop());

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [2_000_000_000, '279037'],
])('RFC 6238: at %i seconds the simulator’s own code is %s', (seconds, code) => {
  expect(totpCode(SECRET, seconds * 1000)).toBe(code);
});

test('the page of the demo’s authenticators shows the code of now, and refreshes without JavaScript', async () => {
  const page = await (await fetch(`${bench.origin}/authenticator?lang=en`)).text();
  const [, head = '', tail = ''] = /<strong>(\d{3}) (\d{3})<\/strong>/.exec(page) ?? [];
  expect(totpStepOf(SECRET, head + tail, new Date())).toBeDefined();
  expect(page).toContain('agent@demo.test');
  expect(page).toContain('http-equiv="refresh"');
  expect(page).not.toContain(SECRET);
});
