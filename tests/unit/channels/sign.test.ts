import { constants, createHash, publicDecrypt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { signatureMatches, signFields } from '@/lib/channels/unionpay/sign';
import {
  makeRail,
  paidNotice,
  type Rail,
  signAsGateway,
  withCrlf,
} from '@/tests/support/unionpay-fixtures';

let rail: Rail;
beforeAll(async () => {
  rail = await makeRail();
});

const signed = (
  fields: Record<string, string | undefined>,
  certId: string | bigint = '68759663125',
) => signFields(fields, { privateKey: rail.merchant.privateKeyPem, certId });

describe('signing', () => {
  test('the RSA signature is over the hex text of the SHA-256 of the sorted pairs', () => {
    const { signature } = signed({ b: '2', a: '1', C: '中文 &=' });
    const hidden = publicDecrypt(
      { key: rail.merchant.pem, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(signature ?? '', 'base64'),
    );
    // sha256sum of `C=中文 &=&a=1&b=2&certId=68759663125`, worked out apart from this code.
    const hex = '31bbbbf88d00458050c99b13ffcc543f1f1902175fb423fa0e19a573a042a1f1';
    const digestInfo = hidden.subarray(-32).toString('hex');
    expect(digestInfo).toBe(createHash('sha256').update(hex).digest('hex'));
  });

  test('only certId and signature are added', () => {
    const message = signed({ version: '5.1.0', txnType: '01' });
    expect(Object.keys(message).sort()).toEqual(['certId', 'signature', 'txnType', 'version']);
    expect(message.certId).toBe('68759663125');
  });

  test('blank fields are neither sent nor signed', () => {
    const blank = signed({ a: '1', b: '', c: '   ', d: undefined });
    expect(blank).toEqual(signed({ a: '1' }));
  });

  test('an earlier signature or certId does not get into the new one', () => {
    expect(signed({ a: '1', signature: 'old', certId: '7' })).toEqual(signed({ a: '1' }));
  });

  test('a serial number of twenty bytes stays exact', () => {
    const serial = (1n << 159n) - 1n;
    expect(signed({ a: '1' }, serial)).toEqual(signed({ a: '1' }, serial.toString()));
    expect(signed({ a: '1' }, serial).certId).toBe(
      '730750818665451459101842416358141509827966271487',
    );
  });

  test('the same fields in another order make the same signature', () => {
    expect(signed({ a: '1', b: '2' }).signature).toBe(signed({ b: '2', a: '1' }).signature);
  });

  test('what is signed is accepted under the certificate of the key', () => {
    const message = signed({ orderDesc: '游戏币 100 枚', a: '{x=1&y=2}', b: 'k=v&k2=v2' });
    expect(signatureMatches(message, rail.merchant.pem)).toBe(true);
    expect(signatureMatches(message, rail.unionpay.pem)).toBe(false);
  });
});

describe('matching a signature', () => {
  test('a field that was sent empty is part of what was signed', () => {
    const message = rail.sign(paidNotice({ reqReserved: '' }));
    expect(signatureMatches(message, rail.unionpay.pem)).toBe(true);
    const { reqReserved: _, ...without } = message;
    expect(signatureMatches(without, rail.unionpay.pem)).toBe(false);
  });

  test('the line endings of signPubKeyCert are signed as they were sent', () => {
    const message = rail.sign(paidNotice());
    expect(message.signPubKeyCert).toBe(withCrlf(rail.unionpay.pem));
    expect(message.signPubKeyCert).toMatch(/\r\n-----END CERTIFICATE-----$/);
    for (const changed of [rail.unionpay.pem, `${message.signPubKeyCert}\r\n`]) {
      expect(signatureMatches({ ...message, signPubKeyCert: changed }, rail.unionpay.pem)).toBe(
        false,
      );
    }
  });

  test('a field more, a field less or a field renamed is refused', () => {
    const message = rail.sign(paidNotice());
    const { settleAmt, ...less } = message;
    expect(signatureMatches({ ...message, extra: '1' }, rail.unionpay.pem)).toBe(false);
    expect(signatureMatches({ ...message, extra: '' }, rail.unionpay.pem)).toBe(false);
    expect(signatureMatches(less, rail.unionpay.pem)).toBe(false);
    expect(signatureMatches({ ...less, settleamt: settleAmt ?? '' }, rail.unionpay.pem)).toBe(
      false,
    );
  });

  test('a name that swallows the text of its neighbours is refused', () => {
    const message = signAsGateway({ a: '1', b: '2' }, rail.unionpay);
    const { a: _a, b: _b, ...rest } = message;
    expect(signatureMatches({ ...rest, 'a=1&b': '2' }, rail.unionpay.pem)).toBe(false);
    const equals = signAsGateway({ a: 'b=c' }, rail.unionpay);
    const { a: _c, ...others } = equals;
    expect(signatureMatches({ ...others, 'a=b': 'c' }, rail.unionpay.pem)).toBe(false);
  });

  test('one signature has one spelling', () => {
    const message = rail.sign(paidNotice());
    const signature = message.signature ?? '';
    for (const other of [
      `${signature}\n`,
      ` ${signature}`,
      signature.replace(/=+$/, ''),
      signature.replaceAll('+', '-').replaceAll('/', '_'),
      `${signature.slice(0, 40)}!${signature.slice(40)}`,
    ]) {
      if (other === signature) continue;
      expect(signatureMatches({ ...message, signature: other }, rail.unionpay.pem)).toBe(false);
    }
  });

  test('garbage of any kind is false and never an error', () => {
    const message = rail.sign(paidNotice());
    const { signature: _, ...unsigned } = message;
    expect(signatureMatches(unsigned, rail.unionpay.pem)).toBe(false);
    expect(signatureMatches({ ...message, signature: '' }, rail.unionpay.pem)).toBe(false);
    expect(signatureMatches({}, rail.unionpay.pem)).toBe(false);
    for (const pem of [
      '',
      'no pem',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    ]) {
      expect(signatureMatches(message, pem)).toBe(false);
    }
    for (const fields of [
      null,
      undefined,
      7,
      'a=1',
      ['a'],
      { ...message, txnAmt: ['6800', '1'] },
    ]) {
      expect(signatureMatches(fields as never, rail.unionpay.pem)).toBe(false);
    }
    expect(signatureMatches(message, undefined as never)).toBe(false);
  });
});
