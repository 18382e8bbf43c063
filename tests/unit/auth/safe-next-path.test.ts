import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomOf, safeNextPath } from '@/lib/auth/rules';

const ORIGINS = ['https://pay.example', 'http://localhost:3000'];

describe('where a person is sent after signing in', () => {
  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/pay/..//evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    'pay/token',
    '?next=/x',
    '#x',
    '',
    `/${'a'.repeat(3000)}`,
    '/pay/\u0000',
    '/支付',
  ])('%j leads nowhere', (path) => {
    expect(safeNextPath(path)).toBeUndefined();
  });

  test.each([
    '/',
    '/pay/AbC-_9',
    '/merchant?page=2',
    '/a/b#c',
    '/demo/orders/1?x=%2F%2Fevil.example',
  ])('%j is followed as it is', (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  test('no text whatsoever leads to another site', () => {
    const nasty = fc.stringMatching(/^[/\\.%@:?#\t\n\r a-z2eE5cC]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const path = safeNextPath(text);
        for (const origin of path === undefined ? [] : ORIGINS) {
          expect(new URL(path ?? '', `${origin}/sign-in/code`).origin).toBe(origin);
          // A browser that reads "\" as "/" or drops white space sees the same.
          expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('what was found safe is still safe, and the same, when it is looked at again', () => {
    fc.assert(
      fc.property(fc.webPath(), (text) => {
        const path = safeNextPath(text);
        if (path !== undefined) expect(safeNextPath(path)).toBe(path);
      }),
    );
  });
});

test('a room belongs to its role, and nothing that only looks like it does', () => {
  expect(roomOf('/merchant')).toBe('merchant');
  expect(roomOf('/office/books?x=1')).toBe('office');
  expect(roomOf('/wallet')).toBe('shopper');
  expect(roomOf('/wallet/statement?before=1')).toBe('shopper');
  expect(roomOf('/wallets')).toBeNull();
  expect(roomOf('/merchants')).toBeNull();
  expect(roomOf('/pay/office')).toBeNull();
});
