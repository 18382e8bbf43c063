import { describe, expect, test } from 'vitest';
import { isFresh, readSignatureHeader, signedRequestText } from '@/lib/merchants/signature-rules';

const SIGN = 'a'.repeat(64);
const right = `key_id=lnk_1,timestamp=1790000000,nonce=0123456789abcdef,signature=${SIGN}`;

test('the header is read in its parts, with or without spaces after the commas', () => {
  const parts = {
    keyId: 'lnk_1',
    timestamp: '1790000000',
    nonce: '0123456789abcdef',
    signature: SIGN,
  };
  expect(readSignatureHeader(right)).toEqual(parts);
  expect(readSignatureHeader(right.replaceAll(',', ', '))).toEqual(parts);
  const long = right + SIGN;
  expect(readSignatureHeader(long)).toEqual({ ...parts, signature: SIGN + SIGN });
});

describe('anything else is no signature', () => {
  test.each([
    '',
    'signature',
    right.replace('key_id', 'keyid'),
    right.replace('0123456789abcdef', 'short'),
    right.replace('1790000000', '1e9'),
    right.replace(SIGN, SIGN.slice(1)),
    right.replace(SIGN, SIGN.toUpperCase()),
    `${right},timestamp=1790000001`,
    `${right}\nX: y`,
  ])('%j', (header) => {
    expect(readSignatureHeader(header)).toBeUndefined();
  });
});

test('a call is signed over five lines', () => {
  const text = signedRequestText({
    ...{ method: 'post', target: '/api/v1/orders?x=1', timestamp: '1790000000' },
    ...{ nonce: 'n', bodyHash: 'h' },
  });
  expect(text).toBe('POST\n/api/v1/orders?x=1\n1790000000\nn\nh');
});

test('five minutes either way are believed, a second more is not', () => {
  const now = new Date(1_790_000_000_000);
  expect(isFresh('1789999700', now)).toBe(true);
  expect(isFresh('1790000300', now)).toBe(true);
  expect(isFresh('1789999699', now)).toBe(false);
  expect(isFresh('1790000301', now)).toBe(false);
});
