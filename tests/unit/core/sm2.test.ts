import { describe, expect, test } from 'vitest';
import {
  isSignedBySm2,
  readSm2PublicKey,
  signSm2,
  sm2Pem,
  sm2PublicKeyOf,
  sm3Hex,
} from '@/lib/core/sm2';

const bytes = (text: string) => Buffer.from(text, 'utf8');

// GM/T 0003.5-2012, appendix A: the recommended curve, "message digest", the usual user.
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const SIGNED =
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';

test('SM3 makes the hashes that GM/T 0004-2012 publishes', () => {
  expect(sm3Hex(bytes('abc'))).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  expect(sm3Hex(bytes('abcd'.repeat(16)))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('the signature that GM/T 0003.5-2012 publishes is right, and belongs to its key', () => {
  expect(sm2PublicKeyOf(PRIVATE)).toBe(PUBLIC);
  const by = { signature: SIGNED, publicKey: PUBLIC };
  expect(isSignedBySm2(bytes('message digest'), by)).toBe(true);
  expect(isSignedBySm2(bytes('message digesT'), by)).toBe(false);
});

test('what is signed is verified with the same key and text only, and never signed the same twice', () => {
  const text = bytes('亚麻短袖衬衫 & 腰带');
  const key = { publicKey: PUBLIC, privateKey: PRIVATE };
  const signature = signSm2(text, key);
  expect(signature).toMatch(/^[0-9a-f]{128}$/);
  expect(isSignedBySm2(text, { signature, publicKey: PUBLIC })).toBe(true);
  const other = sm2PublicKeyOf('1'.repeat(64));
  expect(isSignedBySm2(text, { signature, publicKey: other })).toBe(false);
  expect(signSm2(text, key)).not.toBe(signature);
});

describe('no signature, and nothing is thrown', () => {
  const ORDER = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
  test.each([
    ['', 'nothing'],
    ['0'.repeat(128), 'zeros'],
    ['f'.repeat(128), 'numbers above the order'],
    [`${ORDER}${SIGNED.slice(64)}`, 'r is the order'],
    [`${SIGNED.slice(0, 64)}${'0'.repeat(64)}`, 's is zero'],
    [SIGNED.toUpperCase(), 'capitals'],
    [`${SIGNED}00`, 'a byte too many'],
  ])('%s (%s)', (signature) => {
    expect(isSignedBySm2(bytes('message digest'), { signature, publicKey: PUBLIC })).toBe(false);
  });
  test('a key off the curve', () => {
    const publicKey = `04${'1'.repeat(128)}`;
    expect(isSignedBySm2(bytes('x'), { signature: SIGNED, publicKey })).toBe(false);
  });
});

describe('a public key', () => {
  test('is read from hex and from PEM alike', () => {
    expect(readSm2PublicKey(` ${PUBLIC.toUpperCase()}\n`)).toBe(PUBLIC);
    expect(readSm2PublicKey(sm2Pem(PUBLIC))).toBe(PUBLIC);
    expect(readSm2PublicKey(sm2Pem(PUBLIC).replace(/\n/g, '\r\n'))).toBe(PUBLIC);
  });

  const P256 = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUpaTzp7QdAdVtPUTwYgGpJFdyDRm
U2JSHOGmU9yXJ7XwEtTQU2ZlcBjLBrGTcZ0AMtqHPqiUD2yaSx6NcpXrRg==
-----END PUBLIC KEY-----`;
  test.each([
    ['', 'nothing'],
    [PUBLIC.slice(2), 'no 04'],
    [`04${'1'.repeat(128)}`, 'no point of the curve'],
    [PRIVATE, 'a private key'],
    [P256, 'a point of another curve'],
    [sm2Pem(PUBLIC).replace('PUBLIC', 'PRIVATE'), 'a PEM of something else'],
  ])('%s (%s) is none', (text) => {
    expect(readSm2PublicKey(text)).toBeUndefined();
  });
});
