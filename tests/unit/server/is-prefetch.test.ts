import { expect, test } from 'vitest';
import { isPrefetch } from '@/app/_server/is-prefetch';

test.each([
  [{ 'sec-purpose': 'prefetch' }, true],
  [{ 'sec-purpose': 'prefetch;prerender' }, true],
  [{ purpose: 'prefetch' }, true],
  [{ 'x-purpose': 'preview' }, true],
  [{ 'x-moz': 'prefetch' }, true],
  [{ 'sec-fetch-mode': 'navigate' }, false],
  [{}, false],
])('%j', (headers, guess) => {
  expect(isPrefetch(new Headers(headers as Record<string, string>))).toBe(guess);
});
