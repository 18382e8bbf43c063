import { expect, test } from 'vitest';
import { bearerSecret } from '@/lib/merchants/rules';
import { returnOriginsSchema, webhookSecretSchema, webhookUrlSchema } from '@/lib/merchants/schema';

const KEY = `sk_test_${'a'.repeat(43)}`;

test.each([`Bearer ${KEY}`, `bearer  ${KEY}`, `BEARER ${KEY} `])('%s carries a key', (header) => {
  expect(bearerSecret(header)).toBe(KEY);
});

test.each([
  KEY,
  `Basic ${KEY}`,
  `Bearer${KEY}`,
  'Bearer sk_test_short',
  `Bearer ${KEY}, Bearer ${KEY}`,
  `Bearer sk_prod_${'a'.repeat(43)}`,
  `Bearer ${KEY}\u00e9`,
])('%s carries none', (header) => {
  expect(bearerSecret(header)).toBeUndefined();
});

test.each(['https://shop.example', 'http://localhost:3000'])('%s is an origin', (origin) => {
  expect(returnOriginsSchema.parse([origin])).toEqual([origin]);
});

test.each(['https://shop.example/', 'https://SHOP.example', 'shop.example', 'https://a@b.example'])(
  '%s is no origin',
  (text) => {
    expect(returnOriginsSchema.safeParse([text]).success).toBe(false);
  },
);

test.each(['ftp://shop.example/', 'https://a:b@shop.example/', 'https://shop.example/#a', '/hook'])(
  'no notices go to %s',
  (url) => {
    expect(webhookUrlSchema.safeParse(url).success).toBe(false);
  },
);

test.each([
  [23, false],
  [24, true],
  [64, true],
  [65, false],
])('a webhook secret of %i bytes: %s', (bytes, valid) => {
  const secret = `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
  expect(webhookSecretSchema.safeParse(secret).success).toBe(valid);
});
