import { createHash, createSign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { certIdOf, readCertificate } from '@/lib/channels/unionpay/certificates';
import { verifyFields } from '@/lib/channels/unionpay/sign';
import {
  type Issued,
  issueCertificate,
  makeRail,
  paidNotice,
  type Rail,
  SIGNED_AT,
  SIGNER_NAME,
  signAsGateway,
} from '@/tests/support/unionpay-fixtures';

let rail: Rail;
beforeAll(async () => {
  rail = await makeRail();
});

const trust = (change: Partial<Parameters<typeof verifyFields>[1]> = {}) => ({
  roots: rail.rootsPem,
  allowedCommonNames: ['00040000:SIGN'],
  at: SIGNED_AT,
  ...change,
});
const notice = (signer: Issued = rail.unionpay) => signAsGateway(paidNotice(), signer);

test('a message from the trusted signer is accepted, its certificate told', () => {
  const result = verifyFields(notice(), trust());
  expect(result.ok && result.certificate.subject).toContain(SIGNER_NAME);
});

test('roots may be one bundle, several texts, in any order and with any line endings', () => {
  for (const roots of [
    [rail.root.pem, rail.middle.pem],
    [rail.middle.pem, rail.root.pem],
    `${rail.middle.pem}\r\n\r\n${rail.root.pem.replaceAll('\n', '\r\n')}`,
    ['not a certificate', rail.rootsPem],
  ]) {
    expect(verifyFields(notice(), trust({ roots }))).toMatchObject({ ok: true });
  }
});

describe('certificate', () => {
  test.each([
    undefined,
    '',
    'garbage',
    '-----BEGIN CERTIFICATE-----\r\nAA==\r\n-----END CERTIFICATE-----',
  ])('a message with signPubKeyCert %j is refused', (signPubKeyCert) => {
    const fields = { ...notice(), signPubKeyCert } as Record<string, string>;
    expect(verifyFields(fields, trust())).toEqual({ ok: false, reason: 'certificate' });
  });

  test('certId is the whole serial number in decimal', async () => {
    const issued = await issueCertificate({
      commonName: 'BIG',
      serialNumber: '7fffffffffffffffffffffffffffffffffffffff',
    });
    const certificate = readCertificate(issued.pem);
    expect(certificate && certIdOf(certificate)).toBe(
      '730750818665451459101842416358141509827966271487',
    );
  });
});

describe('dates', () => {
  test('a moment before or after the validity is refused', () => {
    for (const at of [
      new Date('2023-12-31T23:59:59Z'),
      new Date('2034-01-01T00:00:01Z'),
      new Date(Number.NaN),
    ]) {
      expect(verifyFields(notice(), trust({ at }))).toEqual({ ok: false, reason: 'dates' });
    }
  });

  test('a signer whose own certificate has run out is refused', async () => {
    const notAfter = new Date('2026-11-20T03:59:59Z');
    const leaf = await issueCertificate({
      commonName: SIGNER_NAME,
      issuer: rail.middle,
      notAfter,
    });
    expect(verifyFields(notice(leaf), trust())).toEqual({ ok: false, reason: 'dates' });
    expect(verifyFields(notice(leaf), trust({ at: notAfter }))).toMatchObject({ ok: true });
  });

  test('an intermediate that has run out is refused', async () => {
    const stale = await issueCertificate({
      commonName: 'TEST RAIL OLD CA',
      ca: true,
      issuer: rail.root,
      notAfter: new Date('2025-01-01T00:00:00Z'),
    });
    const leaf = await issueCertificate({ commonName: SIGNER_NAME, issuer: stale });
    const roots = [rail.root.pem, stale.pem];
    expect(verifyFields(notice(leaf), trust({ roots }))).toEqual({ ok: false, reason: 'dates' });
    const at = new Date('2024-06-01T00:00:00Z');
    expect(verifyFields(notice(leaf), trust({ roots, at }))).toMatchObject({ ok: true });
  });
});

describe('chain', () => {
  const refused = { ok: false, reason: 'chain' };

  test('a forged authority of the same names is refused', async () => {
    const forged = await makeRail();
    expect(verifyFields(notice(forged.unionpay), trust())).toEqual(refused);
  });

  test('a self-signed certificate with the right name is refused', async () => {
    const alone = await issueCertificate({ commonName: SIGNER_NAME });
    expect(verifyFields(notice(alone), trust())).toEqual(refused);
  });

  test('neither a missing intermediate nor a missing root is overlooked', () => {
    expect(verifyFields(notice(), trust({ roots: rail.root.pem }))).toEqual(refused);
    expect(verifyFields(notice(), trust({ roots: rail.middle.pem }))).toEqual(refused);
    expect(verifyFields(notice(), trust({ roots: [] }))).toEqual(refused);
    expect(verifyFields(notice(), trust({ roots: 'garbage' }))).toEqual(refused);
  });

  test('a leaf is not trusted for lying in the bundle', () => {
    const roots = [rail.unionpay.pem];
    expect(verifyFields(notice(), trust({ roots }))).toEqual(refused);
  });

  test('a self-signed certificate in the bundle that is no authority is refused', async () => {
    const alone = await issueCertificate({ commonName: SIGNER_NAME });
    expect(verifyFields(notice(alone), trust({ roots: alone.pem }))).toEqual(refused);
    const authority = await issueCertificate({ commonName: SIGNER_NAME, ca: true });
    expect(verifyFields(notice(authority), trust({ roots: authority.pem }))).toMatchObject({
      ok: true,
    });
  });

  test('a certificate issued by another leaf is refused, even when that leaf is in the bundle', async () => {
    const sub = await issueCertificate({ commonName: SIGNER_NAME, issuer: rail.merchant });
    const roots = [rail.rootsPem, rail.merchant.pem];
    expect(verifyFields(notice(sub), trust({ roots }))).toEqual(refused);
  });

  test('two authorities that issued each other do not make a root', async () => {
    const first = await issueCertificate({ commonName: 'LOOP A', ca: true });
    const second = await issueCertificate({ commonName: 'LOOP B', ca: true, issuer: first });
    const reissued = await issueCertificate({
      commonName: 'LOOP A',
      ca: true,
      issuer: second,
      keys: first.keys,
    });
    const leaf = await issueCertificate({ commonName: SIGNER_NAME, issuer: second });
    const roots = [second.pem, reissued.pem];
    expect(verifyFields(notice(leaf), trust({ roots }))).toEqual(refused);
  });
});

describe('name', () => {
  const refused = { ok: false, reason: 'name' };

  test('another certificate of the same authority is refused', () => {
    expect(verifyFields(notice(rail.merchant), trust())).toEqual(refused);
    expect(verifyFields(notice(), trust({ allowedCommonNames: [] }))).toEqual(refused);
  });

  test('only the third part counts, and all of it', async () => {
    for (const commonName of [
      '00040000:SIGN',
      '00040000:SIGN@a@b',
      'a@b@00040000:SIGNER',
      'a@b',
      'a@b@',
    ]) {
      const leaf = await issueCertificate({ commonName, issuer: rail.middle });
      const allowedCommonNames = ['00040000:SIGN', ''];
      expect(verifyFields(notice(leaf), trust({ allowedCommonNames }))).toEqual(refused);
    }
  });

  test('the name in Chinese is read', async () => {
    const owner = '中国银联股份有限公司';
    const commonName = `041@8310000000083040@${owner}@00016493`;
    const leaf = await issueCertificate({ commonName, issuer: rail.middle });
    expect(verifyFields(notice(leaf), trust({ allowedCommonNames: [owner] }))).toMatchObject({
      ok: true,
    });
    expect(verifyFields(notice(leaf), trust())).toEqual(refused);
  });

  test('a second common name beside the right one is refused', async () => {
    const leaf = await issueCertificate({
      commonName: SIGNER_NAME,
      extraName: ', CN=041@X@SOMEBODY@2',
      issuer: rail.middle,
    });
    expect(verifyFields(notice(leaf), trust())).toEqual(refused);
  });
});

describe('signature', () => {
  const refused = { ok: false, reason: 'signature' };

  test('a changed amount is refused', () => {
    expect(verifyFields({ ...notice(), txnAmt: '1' }, trust())).toEqual(refused);
  });

  test("a message with the trusted certificate and somebody else's key is refused", () => {
    const { privateKeyPem } = rail.merchant;
    const fields = signAsGateway(paidNotice(), { pem: rail.unionpay.pem, privateKeyPem });
    expect(verifyFields(fields, trust())).toEqual(refused);
  });

  test('a signature over a part of the fields is refused', () => {
    const { txnAmt: _, ...part } = paidNotice();
    const fields = { ...signAsGateway(part, rail.unionpay), txnAmt: '6800' };
    expect(verifyFields(fields, trust())).toEqual(refused);
  });

  test('the older form, SHA-1, is refused', () => {
    const { signature: _, ...fields } = notice();
    const text = Object.keys(fields)
      .sort()
      .map((key) => `${key}=${fields[key]}`)
      .join('&');
    const hex = createHash('sha1').update(text).digest('hex');
    const signature = createSign('RSA-SHA1')
      .update(hex)
      .sign(rail.unionpay.privateKeyPem, 'base64');
    expect(verifyFields({ ...fields, signature }, trust())).toEqual(refused);
  });
});
