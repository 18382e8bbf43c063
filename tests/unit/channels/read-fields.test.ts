import { describe, expect, test } from 'vitest';
import { readAnswer, readForm } from '@/lib/channels/unionpay/read-fields';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('an answer of the gateway', () => {
  test('values are taken as they stand, not url-decoded', () => {
    const pem = '-----BEGIN CERTIFICATE-----\r\nMII+/w==\r\n-----END CERTIFICATE-----';
    expect(
      readAnswer(`a=1%20+2&respMsg=成功[0000000]&signPubKeyCert=${pem}&signature=c++/x==`),
    ).toEqual({
      ok: true,
      fields: { a: '1%20+2', respMsg: '成功[0000000]', signPubKeyCert: pem, signature: 'c++/x==' },
    });
  });

  test.each([
    ['{trId=1&tokenType=01}'],
    ['[{a=1&b=2},{a=3&b=4}]'],
    ['{a={b=1&c=[2&d=3]}&e=4}'],
    ['before{a=1&b=2}after'],
    ['{}'],
    ['a]b}c'],
    ['{a=]&b=1}'],
    ['a=b=c'],
    [''],
  ])('the value %j stays in one piece', (value) => {
    expect(readAnswer(`first=1&x=${value}&last=2`)).toEqual({
      ok: true,
      fields: { first: '1', x: value, last: '2' },
    });
    expect(readAnswer(`x=${value}`)).toEqual({ ok: true, fields: { x: value } });
  });

  test.each([
    'Invalid request.',
    'You have been added to the blacklist. TPS could not be greater than 0.5',
    '<html lang="en"><body class="a">502</body></html>',
    '',
    '&',
    'a=1&',
    '&a=1',
    'a=1&&b=2',
    '=1',
    'a=1&=2',
    'a=1&b',
    'a b=1',
    ' a=1',
    'a=1\n&b\n=2',
    'a={1&b=2',
    'a=[{1]&b=2}',
  ])('%j is refused as no message', (body) => {
    expect(readAnswer(body)).toEqual({ ok: false, reason: 'malformed' });
  });

  test('a name that comes twice is refused, even with the same value', () => {
    expect(readAnswer('a=1&b=2&a=3')).toEqual({ ok: false, reason: 'duplicate' });
    expect(readAnswer('a=1&a=1')).toEqual({ ok: false, reason: 'duplicate' });
    expect(readAnswer('a={x=1&x=2}&b=1')).toMatchObject({ ok: true });
  });

  test('names that objects have by birth are ordinary names', () => {
    const read = readAnswer('constructor=1&toString=2');
    expect(read).toEqual({ ok: true, fields: { constructor: '1', toString: '2' } });
  });
});

describe('the form of a notice', () => {
  test('names and values are decoded once, as UTF-8', () => {
    expect(
      readForm(bytes('respMsg=%E6%88%90%E5%8A%9F%5B0%5D&a=1+2%2B3&b=%2541&c=x%26d%3D1&e=')),
    ).toEqual({
      ok: true,
      fields: { respMsg: '成功[0]', a: '1 2+3', b: '%41', c: 'x&d=1', e: '' },
    });
  });

  test('line endings of a certificate come through', () => {
    expect(readForm(bytes('c=a%0D%0Ab%0D%0Ac'))).toEqual({
      ok: true,
      fields: { c: 'a\r\nb\r\nc' },
    });
  });

  test.each(['', 'a', 'a=1&', 'a=%zz', 'a=%', 'a=%E6%88', '%26=1', '=1', 'a%5B%5D=1'])(
    '%j is refused as malformed',
    (body) => {
      expect(readForm(bytes(body))).toEqual({ ok: false, reason: 'malformed' });
    },
  );

  test('a name that comes twice is refused, however it is written', () => {
    expect(readForm(bytes('txnAmt=1&txnAmt=1'))).toEqual({ ok: false, reason: 'duplicate' });
    expect(readForm(bytes('txnAmt=1&txn%41mt=100'))).toEqual({ ok: false, reason: 'duplicate' });
  });

  test('another charset than UTF-8 is refused, in name and in bytes', () => {
    expect(readForm(bytes('encoding=utf-8&a=1'))).toMatchObject({ ok: true });
    expect(readForm(bytes('encoding=GBK&a=1'))).toEqual({ ok: false, reason: 'charset' });
    expect(readForm(new Uint8Array([0x61, 0x3d, 0xb3, 0xc9]))).toEqual({
      ok: false,
      reason: 'charset',
    });
  });
});
