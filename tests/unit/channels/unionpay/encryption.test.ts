import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchCertificate } from '@/tests/support/unionpay-calls';
import { issueCertificate, withCrlf } from '@/tests/support/unionpay-fixtures';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';

let gateway: UnionPayGateway;
beforeAll(async () => {
  gateway = await startUnionPayGateway();
});
afterAll(() => gateway.close());

test('the certificate to encrypt for comes with its number, line endings and all', async () => {
  const pem = withCrlf(gateway.rail.encryption.pem);
  gateway.answers({ respCode: '00', encryptPubKeyCert: pem, certType: '01' });
  expect(await fetchCertificate(gateway.adapter)).toMatchObject({
    kind: 'certificate',
    pem,
    certId: BigInt('0x1012497f66').toString(),
  });
  expect(gateway.last().fields).toMatchObject({ txnType: '95', bizType: '000000', certType: '01' });
});

test('one that has run out, is none or was refused is no certificate', async () => {
  const notAfter = new Date('2025-01-01T00:00:00Z');
  const old = await issueCertificate({ commonName: 'OLD', issuer: gateway.rail.middle, notAfter });
  for (const change of [
    { encryptPubKeyCert: withCrlf(old.pem) },
    { encryptPubKeyCert: 'garbage' },
    { encryptPubKeyCert: undefined },
    { encryptPubKeyCert: withCrlf(gateway.rail.encryption.pem), respCode: '37' },
    { encryptPubKeyCert: withCrlf(gateway.rail.encryption.pem), orderId: 'd0000000000000000002' },
  ]) {
    gateway.answers({ respCode: '00', ...change });
    expect(await fetchCertificate(gateway.adapter)).toMatchObject({
      kind: 'unknown',
      cause: 'unreadable',
    });
  }
});
