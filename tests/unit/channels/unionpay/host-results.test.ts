import { createHash, sign } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { HostResults } from '@/lib/channels/notice-port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import {
  issueCertificate,
  makeRail,
  type Rail,
  SIGNED_AT,
  SIGNER_NAME,
} from '@/tests/support/unionpay-fixtures';

let rail: Rail;
let host: HostResults;
beforeAll(async () => {
  rail = await makeRail();
  host = hostOf({});
});

const hostOf = (change: { appCertificatesPem?: string }): HostResults => {
  const config = { ...rail.config('https://gateway.example'), ...change };
  const { hostResults } = createUnionPayAdapter(config);
  if (!hostResults) throw new Error('no host results');
  return hostResults;
};
const SERIAL = BigInt('0x1002496558').toString();
const DATA = `pay_result=success&tn=321804041753096282029&cert_id=${SERIAL}`;
const signed = (data = DATA, privateKeyPem = rail.unionpay.privateKeyPem, hash = 'sha256') => {
  const digest = createHash(hash).update(data).digest('hex');
  return { data, sign: sign(hash, Buffer.from(digest), privateKeyPem).toString('base64') };
};
const read = (parts: object, at = SIGNED_AT) => host.read(JSON.stringify(parts), at);

test.each(['success', 'fail', 'cancel'])('a signed %s is read, with its TN', (result) => {
  const data = DATA.replace('success', result);
  expect(read(signed(data))).toEqual({ tn: '321804041753096282029', result });
});

test('what is not signed by a certificate we were given is nothing', async () => {
  const good = signed();
  for (const parts of [
    { ...good, data: DATA.replace('success', 'fail') },
    { ...good, data: DATA.replace('282029', '282030') },
    { ...good, sign: '' },
    { ...good, sign: `${good.sign}\n` },
    { data: DATA },
    signed(DATA, rail.merchant.privateKeyPem),
    signed(DATA, rail.unionpay.privateKeyPem, 'sha1'),
    signed(DATA.replace(SERIAL, '1')),
    signed(DATA.replace('success', 'perhaps')),
    signed(DATA.replace(/&tn=\d+/, '')),
    signed(`${DATA}&pay_result=success`),
    signed(''),
  ]) {
    expect(read(parts)).toBeUndefined();
  }
});

test.each(['', 'null', '[]', '"x"', '{', '{"sign":1,"data":2}'])('%j is nothing', (text) => {
  expect(host.read(text, SIGNED_AT)).toBeUndefined();
});

test('the certificate has to be good at that moment, and lead to the roots', async () => {
  expect(read(signed(), new Date('2035-01-01T00:00:00Z'))).toBeUndefined();
  const stranger = await issueCertificate({ commonName: SIGNER_NAME });
  const misled = hostOf({ appCertificatesPem: stranger.pem });
  const text = JSON.stringify(signed(DATA, stranger.privateKeyPem));
  expect(misled.read(text, SIGNED_AT)).toBeUndefined();
});

test('without certificates of the app nothing is believed', () => {
  const { appCertificatesPem: _, ...config } = rail.config('https://gateway.example');
  const { hostResults } = createUnionPayAdapter(config);
  expect(hostResults?.read(JSON.stringify(signed()), SIGNED_AT)).toBeUndefined();
});
