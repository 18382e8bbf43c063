import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedReturnUrl, isAllowedReturnUrl } from '@/lib/orders/rules';

const SHOP = 'https://shop.example';
const ORIGINS = [
  SHOP,
  'https://xn--0zwm56d.example',
  'http://localhost:3000',
  'http://shop.example',
];

test.each([
  'https://shop.example',
  'https://shop.example/',
  'https://shop.example/orders/1?from=pay&x=%E4%BD%A0',
  'https://shop.example?x=1',
  'https://SHOP.example/a',
  'HTTPS://shop.example/a',
  'https://shop.example:443/a',
  'https://测试.example/a',
  'https://xn--0zwm56d.example/a',
  'http://localhost:3000/demo',
  'https://shop.example/a@b',
  'https://shop.example/?mail=a@b.example',
  'https://shop.example//twice',
])('a shopper may be sent to %s', (address) => {
  expect(isAllowedReturnUrl(address, ORIGINS)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a path', '/orders/1'],
  ['another origin', 'https://evil.example/'],
  ['no scheme', '//evil.example'],
  ['no scheme, backslash', '/\\evil.example'],
  ['backslashes for slashes', 'https:\\\\shop.example\\a'],
  ['a backslash behind the host', 'https://shop.example\\@evil.example/'],
  ['a backslash in the path', 'https://shop.example/a\\b'],
  ['no slashes', 'https:shop.example/a'],
  ['one slash', 'https:/shop.example/a'],
  ['three slashes', 'https:///shop.example/a'],
  ['our host as the user', 'https://shop.example@evil.example/'],
  ['a user at our host', 'https://user@shop.example/'],
  ['a user and password', 'https://user:secret@shop.example/'],
  ['an empty user', 'https://@shop.example/'],
  ['our host as a subdomain', 'https://shop.example.evil.example/'],
  ['a host that ends like ours', 'https://evilshop.example/'],
  ['a subdomain of ours', 'https://a.shop.example/'],
  ['a dot at the end', 'https://shop.example./'],
  ['another port', 'https://shop.example:8443/'],
  ['plain http to a host that is not this machine', 'http://shop.example/'],
  ['another scheme', 'javascript:alert(1)//shop.example'],
  ['data', 'data:text/html,https://shop.example'],
  ['a Cyrillic look-alike', 'https://ѕhop.example/'],
  ['a full-width look-alike of another host', 'https://ｅvil.example/'],
  ['a fragment', 'https://shop.example/#/paid'],
  ['an empty fragment', 'https://shop.example/#'],
  ['a space', 'https://shop.example/a b'],
  ['a space in front', ' https://shop.example/'],
  ['a tab inside the host', 'https://shop\t.example/'],
  ['a line break', 'https://shop.example/\nSet-Cookie: a=b'],
  ['NUL', 'https://shop.example/\u0000'],
  ['a soft hyphen', 'https://sh\u00adop.example/'],
  ['a zero-width space', 'https://shop.example/\u200b'],
  ['a reversed text mark', 'https://shop.example/\u202egpj'],
  ['more than 1024 characters', `https://shop.example/${'a'.repeat(1024)}`],
  ['more than 1024 characters once encoded', `https://shop.example/${'你'.repeat(400)}`],
  ['a host that is none', 'https://shop.example:port/'],
])('nobody is sent back to %s', (_, address) => {
  expect(isAllowedReturnUrl(address, ORIGINS)).toBe(false);
});

test('a merchant with an empty list sends nobody anywhere', () => {
  expect(isAllowedReturnUrl(SHOP, [])).toBe(false);
});

test('the address is kept as a browser reads it', () => {
  expect(allowedReturnUrl('https://测试.EXAMPLE:443/a/../b', ORIGINS)).toBe(
    'https://xn--0zwm56d.example/b',
  );
});

describe('for any text at all', () => {
  const pieces = fc.constantFrom(
    ...['https:', 'http:', '/', '//', '\\', '@', ':', '.', '#', '?', '%2f', '%40', '\t', '\n', ' '],
    ...[
      'shop.example',
      'evil.example',
      'localhost',
      '3000',
      'ѕ',
      '\u202e',
      '\u0000',
      '。',
      '[::1]',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 10 }).map((parts) => `https://${parts.join('')}`),
    fc.array(pieces, { maxLength: 10 }).map((parts) => `${SHOP}${parts.join('')}`),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );

  test('what is let through leads to a listed origin and nowhere else', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const url = allowedReturnUrl(text, ORIGINS);
        if (url === undefined) return;
        const parsed = new URL(url);
        expect(ORIGINS).toContain(parsed.origin);
        expect(parsed.href).toBe(url);
        expect(parsed.username + parsed.password + parsed.hash).toBe('');
        expect(url).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
        expect(url.startsWith('http:')).toBe(parsed.hostname === 'localhost');
      }),
      { numRuns: 5_000 },
    );
  });

  test('every path and query on a listed origin is let through', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const address = `${SHOP}${path || '/'}?${query}`;
        fc.pre(address.length <= 1024);
        expect(isAllowedReturnUrl(address, ORIGINS)).toBe(true);
      }),
    );
  });
});
