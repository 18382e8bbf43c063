import { expect, test } from 'vitest';
import { plainPage } from '@/app/_server/plain-page';
import { readTrouble, troubleAddress } from '@/app/_server/trouble-address';
import { readUnknownLink, unknownOrderAddress } from '@/app/_server/unknown-order-address';

const TOKEN = 'Ab_-'.repeat(10).padEnd(43, 'x');
const REFERENCE = 'req_0123456789abcdefghjkmnpqrs';
const queryOf = (address: string) => new URL(address, 'https://here.invalid').searchParams;

test('a page in trouble takes over an order’s token and a reference of ours, and nothing else', () => {
  for (const away of [true, false]) {
    const address = troubleAddress(TOKEN, { reference: REFERENCE, away });
    expect(readTrouble(queryOf(address))).toEqual({ token: TOKEN, reference: REFERENCE, away });
  }
  for (const made of ['"><script>', '../demo', `${TOKEN}x`, '']) {
    const address = troubleAddress(made, { reference: made, away: false });
    expect(readTrouble(queryOf(address))).toEqual({ away: false });
  }
});

test('a link that is no order’s is shown again to be checked, and nothing that an address cannot have', () => {
  const shown = (token: string) =>
    readUnknownLink(queryOf(unknownOrderAddress(token)), 'https://pay.example');
  expect(shown(TOKEN.slice(0, 40))).toBe(`https://pay.example/pay/${TOKEN.slice(0, 40)}`);
  expect(shown(encodeURIComponent('abc，请'))).toBe(
    'https://pay.example/pay/abc%EF%BC%8C%E8%AF%B7',
  );
  for (const made of ['"><script>', '../demo', 'a b', '请拨打', 'x'.repeat(121), '']) {
    expect(shown(made)).toBeUndefined();
  }
});

test('a plain page answers with the status it is for, needs no script, and is kept by nobody', async () => {
  const answer = plainPage({
    locale: 'en',
    status: 429,
    title: 'Too often',
    lines: ['Nothing was charged.'],
    address: { words: 'Opened:', url: 'https://pay.example/pay/abc' },
    code: 'Reason code too_many_requests',
    link: { href: '/pay/x', words: 'Back' },
    headers: { 'Retry-After': '60' },
  });
  expect(answer.status).toBe(429);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'retry-after': '60',
    'cache-control': 'no-store',
    'content-language': 'en',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const html = await answer.text();
  expect(html).not.toContain('<script');
  for (const said of [
    'Too often',
    'Nothing was charged.',
    'Opened: <code>https://pay.example/pay/abc</code>',
    'href="/pay/x"',
    'too_many_requests',
  ]) {
    expect(html).toContain(said);
  }
});
