import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { buttonSnippets } from '@/lib/payment-links/button-snippets';
import { amountOf, endInRange, isLinkCode, standingOf } from '@/lib/payment-links/rules';
import { createPaymentLinkSchema } from '@/lib/payment-links/schema';

const NOW = new Date('2026-11-27T08:00:00Z');
const LINK = { state: 'active', expiresAt: null, mostUses: 2 } as const;

test('what becomes of the next shopper: stopped and over before the uses, and busy only while it may pass', () => {
  const of = (link: Partial<Parameters<typeof standingOf>[0]>, paid: number, open: number) =>
    standingOf({ ...LINK, ...link }, { paid, open }, NOW);
  expect(of({}, 0, 0)).toBe('open');
  expect(of({}, 1, 0)).toBe('open');
  expect(of({}, 1, 1)).toBe('busy');
  expect(of({}, 0, 2)).toBe('busy');
  expect(of({}, 2, 0)).toBe('used_up');
  // A late payment that was accepted makes one more.
  expect(of({}, 3, 0)).toBe('used_up');
  expect(of({ mostUses: null }, 1_000, 1_000)).toBe('open');
  expect(of({ state: 'stopped' }, 0, 0)).toBe('stopped');
  expect(of({ expiresAt: NOW }, 2, 0)).toBe('over');
  expect(of({ expiresAt: new Date(NOW.getTime() + 1) }, 0, 0)).toBe('open');
});

test('a fixed amount heeds nothing that is typed; an open one takes exactly what lies between', () => {
  const fixed = { least: cny(500n), most: cny(500n) };
  expect(amountOf(fixed, undefined)).toEqual(cny(500n));
  expect(amountOf(fixed, cny(1n))).toEqual(cny(500n));
  fc.assert(
    fc.property(fc.bigInt(-10n, 2_000n), (fen) => {
      const taken = amountOf({ least: cny(100n), most: cny(1_000n) }, cny(fen));
      expect(taken).toEqual(fen >= 100n && fen <= 1_000n ? cny(fen) : undefined);
    }),
  );
  expect(amountOf({ least: cny(1n), most: cny(2n) }, undefined)).toBeUndefined();
});

test('a link ends a minute to a year ahead', () => {
  const at = (seconds: number) => endInRange(new Date(NOW.getTime() + seconds * 1000), NOW);
  expect([at(0), at(30), at(60), at(366 * 86_400), at(366 * 86_400 + 1)]).toEqual([
    ...[false, false, true, true, false],
  ]);
});

test('a code is twenty of the letters that nobody mixes up', () => {
  expect(isLinkCode('0123456789abcdefghjk')).toBe(true);
  for (const text of ['', '0123456789abcdefghj', '0123456789abcdefghjl', '0123456789ABCDEFGHJK']) {
    expect(isLinkCode(text)).toBe(false);
  }
});

test('a link has an amount or both bounds, never a mixture', () => {
  const body = { subject: '会员', goods: 'digital', currency: 'CNY' };
  const takes = (more: object) => createPaymentLinkSchema.safeParse({ ...body, ...more }).success;
  expect(takes({ amount: 1 })).toBe(true);
  expect(takes({ amount_min: 1, amount_max: 2 })).toBe(true);
  expect(takes({})).toBe(false);
  expect(takes({ amount_min: 1 })).toBe(false);
  expect(takes({ amount_max: 2 })).toBe(false);
  expect(takes({ amount_min: 2, amount_max: 1 })).toBe(false);
  expect(takes({ amount: 1, amount_min: 1, amount_max: 2 })).toBe(false);
  expect(takes({ amount: 1, max_uses: 0 })).toBe(false);
  expect(takes({ amount: 1.5 })).toBe(false);
});

test('the words of a button cannot leave their place in the HTML', () => {
  const address = 'https://pay.example/l/x?a=1&b="2"';
  const { link, form } = buttonSnippets({ address, label: '<b>"A" & B</b>' });
  for (const html of [link, form]) {
    expect(html).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
    expect(html).toContain('https://pay.example/l/x?a=1&amp;b=&quot;2&quot;');
    expect(html).not.toMatch(/<script|on\w+=/i);
  }
});
