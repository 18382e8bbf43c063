import { expect, test } from 'vitest';
import { isSameOrigin } from '@/app/_server/same-origin';

const APP = 'https://pay.example';
const ask = (given: Partial<Parameters<typeof isSameOrigin>[0]>) =>
  isSameOrigin({ secFetchSite: null, origin: null, host: null, appOrigin: APP, ...given });

test.each([
  ['a browser that says same-origin', { secFetchSite: 'same-origin' }, true],
  ['the reader’s own reload', { secFetchSite: 'none' }, true],
  ['another site', { secFetchSite: 'cross-site', origin: APP }, false],
  ['another host of the same site', { secFetchSite: 'same-site', origin: APP }, false],
  ['our origin from an older browser', { origin: APP }, true],
  ['the host it was sent to', { origin: 'http://10.0.0.2:3000', host: '10.0.0.2:3000' }, true],
  ['somebody else’s origin', { origin: 'https://evil.example', host: 'pay.example' }, false],
  ['a look-alike', { origin: 'https://pay.example.evil.example' }, false],
  ['an opaque origin', { origin: 'null', host: 'null' }, false],
  ['neither header', {}, false],
] as const)('%s', (_name, given, same) => {
  expect(ask(given)).toBe(same);
});
