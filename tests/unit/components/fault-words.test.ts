import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { refusedByServer, sayWhenOffline } from '@/components/cashier/say-when-offline';
import { IDLE } from '@/components/ui/action-state';

/** Whatever becomes of these presses, no payment is begun, confirmed or moved on. */
const PAYS_NOTHING = [
  'confirmAction',
  'resendAction',
  'bindAction',
  'recogniseAction',
  'unbindAction',
  'checkPhoneAction',
  'checkRememberedAction',
  'forgetPhoneAction',
];

test('that nothing was charged is said of a press that breaks only where it can charge nothing', () => {
  const files = readdirSync('app/(cashier)/pay', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => `app/(cashier)/pay/${name}`);
  const saying = files.filter((file) => readFileSync(file, 'utf8').includes('faultWordsUnpaid('));
  expect(saying).toHaveLength(5);
  for (const file of saying) {
    const source = readFileSync(file, 'utf8');
    const used = [...source.matchAll(/\b[a-z]\w*Action\b/g)].map(([name]) => name);
    expect(used.length, file).toBeGreaterThan(0);
    const paying = [...new Set(used)].filter((name) => !PAYS_NOTHING.includes(name));
    if (paying.length === 0) continue;
    // One page binds a card, or pays with it: each has its own words.
    expect(paying).toEqual(['confirmAndPayAction']);
    expect(source).toMatch(/hidden\.for \? confirmAndPayAction : confirmAction/);
    expect(source).toMatch(
      /hidden\.for\s+\? [^:]*faultWords\(cashier\)\)\s+: [^:]*Unpaid\(cashier\)/,
    );
  }
});

test('an answer that never came is a refusal of the browser’s own, and the page is not drawn again for it', async () => {
  const lost = sayWhenOffline<string>(async () => {
    throw new TypeError('Failed to fetch');
  }, 'no server');
  const state = await lost(IDLE, new FormData());
  expect(state).toEqual({ status: 'refused', code: 'offline', title: 'no server' });
  expect(refusedByServer(state)).toBe(false);
  expect(refusedByServer({ status: 'refused', code: 'order_expired', title: '' })).toBe(true);
});

test('an answer that leads to another page passes through', async () => {
  const redirect = Object.assign(new Error('NEXT_REDIRECT'), {
    digest: 'NEXT_REDIRECT;replace;/pay/t/result;303;',
  });
  const send = vi.fn(async () => Promise.reject(redirect));
  await expect(sayWhenOffline(send, 'no server')(IDLE, new FormData())).rejects.toBe(redirect);
});
