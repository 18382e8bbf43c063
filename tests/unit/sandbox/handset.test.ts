import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const text = (body: unknown) =>
  fetch(`${bench.origin}/sms`, { method: 'POST', body: JSON.stringify(body) });

test('messages appear on the phone they were sent to, newest first, as text', async () => {
  await text({ phone: '13800138000', text: '验证码 <b>111222</b>' });
  await text({ phone: '+86 138 0013 8000', text: '验证码 333444' });
  await text({ phone: '13900139000', text: 'not for you' });
  const { body } = await bench.call('GET', '/sms?phone=13800138000');
  expect(body.messages.map((message: { text: string }) => message.text)).toEqual([
    '验证码 333444',
    '验证码 <b>111222</b>',
  ]);
  const page = await (await fetch(`${bench.origin}/handset?phone=13800138000`)).text();
  expect(page.indexOf('333444')).toBeGreaterThan(0);
  expect(page.indexOf('333444')).toBeLessThan(page.indexOf('&lt;b&gt;111222&lt;/b&gt;'));
  expect(page).not.toContain('not for you');
});

test('the phone refreshes itself without JavaScript, and can be told to keep still', async () => {
  const read = async (query: string) => (await fetch(`${bench.origin}/handset?${query}`)).text();
  expect(await read('phone=13800138000')).toContain('http-equiv="refresh"');
  expect(await read('phone=13800138000&live=off')).not.toContain('http-equiv="refresh"');
});

test.each([
  {},
  { phone: '13800138000' },
  { phone: 'abc', text: 'x' },
  { phone: '13800138000', text: '' },
  { phone: '13800138000', text: 'x', extra: true },
  'no object',
])('a message that is none is refused: %o', async (body) => {
  expect((await text(body)).status).toBe(400);
});
