import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerInfoOf } from '@/lib/channels/unionpay/card-fields';
import { prepareSetup } from '@/lib/channels/unionpay/config';
import { sealerFor, unseal } from '@/lib/channels/unionpay/sensitive';
import { ELEMENTS, payout, signing } from '@/tests/support/unionpay-calls';
import { CONTRACT, issueCertificate, makeRail, type Rail } from '@/tests/support/unionpay-fixtures';
import { startUnionPayGateway, type UnionPayGateway } from '@/tests/support/unionpay-gateway';
import { openBlock, openCustomerInfo } from '@/tests/support/unionpay-sealed';

let gateway: UnionPayGateway;
let rail: Rail;

beforeAll(async () => {
  gateway = await startUnionPayGateway();
  rail = gateway.rail;
  gateway.answers({ respCode: '00' });
});
afterAll(() => gateway.close());

const sealer = (orderId: string, of = rail) =>
  sealerFor(prepareSetup(of.config('https://gateway.example')), CONTRACT, orderId);
const key = () => rail.encryption.privateKeyPem;

test('the card number goes out encrypted, with the number of the certificate it is for', async () => {
  await gateway.adapter.agreements?.sign({ ...signing, code: '111111' });
  const { accNo, encryptCertId } = gateway.last().fields;
  expect(openBlock(accNo ?? '', key()).text).toBe(ELEMENTS.cardNo);
  expect(encryptCertId).toBe(BigInt('0x1012497f66').toString());
});

test('customerInfo holds identity, name and code, and the phone number encrypted once more', async () => {
  await gateway.adapter.agreements?.sign({ ...signing, code: '111111' });
  const { customerInfo = '' } = gateway.last().fields;
  expect(openCustomerInfo(customerInfo, key())).toEqual({
    certifTp: '01',
    certifId: ELEMENTS.idNo,
    customerNm: ELEMENTS.name,
    smsCode: '111111',
    phoneNo: ELEMENTS.phone,
  });
  expect(Buffer.from(customerInfo, 'base64').toString()).not.toContain(ELEMENTS.phone);
});

test('a payout names the holder, and the identity number only where it is known', async () => {
  await gateway.adapter.payout?.send(payout);
  expect(openCustomerInfo(gateway.last().fields.customerInfo ?? '', key())).toEqual({
    certifTp: '01',
    certifId: ELEMENTS.idNo,
    customerNm: ELEMENTS.name,
  });
  const { idNo: _, ...nameless } = payout;
  await gateway.adapter.payout?.send(nameless);
  expect(openCustomerInfo(gateway.last().fields.customerInfo ?? '', key())).toEqual({
    customerNm: ELEMENTS.name,
  });
});

test('one text under one number is always the same block; another number or text is another', () => {
  const block = sealer('s0000000000000000001').seal('6226090000000048');
  expect(sealer('s0000000000000000001').seal('6226090000000048')).toBe(block);
  const { padding } = openBlock(block, key());
  for (const other of [
    sealer('s0000000000000000002').seal('6226090000000048'),
    sealer('s0000000000000000001').seal('6226090000000055'),
  ]) {
    expect(openBlock(other, key()).padding.equals(padding)).toBe(false);
  }
});

test('whoever has another private key cannot foresee the padding', async () => {
  const stranger = await makeRail();
  const merchant = { ...rail, merchant: stranger.merchant };
  const config = { ...rail.config('https://gateway.example') };
  const setup = prepareSetup({
    ...config,
    privateKeyPem: merchant.merchant.privateKeyPem,
    certificatePem: merchant.merchant.pem,
  });
  const block = sealerFor(setup, CONTRACT, 's0000000000000000001').seal('6226090000000048');
  expect(block).not.toBe(sealer('s0000000000000000001').seal('6226090000000048'));
});

test('padding has no zero in it and fills the block, for any text that fits', () => {
  for (let length = 1; length <= 245; length += 4) {
    const text = 'x'.repeat(length);
    const { padding, text: opened } = openBlock(sealer('s0000000000000000001').seal(text), key());
    expect(opened).toBe(text);
    expect(padding).toHaveLength(256 - 3 - length);
    expect(padding.includes(0)).toBe(false);
  }
  expect(() => sealer('s0000000000000000001').seal('x'.repeat(246))).toThrow(RangeError);
});

test("a contract's newer certificate is the one that counts", async () => {
  const issuer = rail.middle;
  const newer = await issueCertificate({ commonName: 'NEW', issuer, serialNumber: '77' });
  const contract = { ...CONTRACT, encryptionCertificatePem: newer.pem };
  await gateway.adapter.agreements?.requestCode({ ...signing, contract });
  const { accNo, encryptCertId } = gateway.last().fields;
  expect(encryptCertId).toBe(String(0x77));
  expect(openBlock(accNo ?? '', newer.privateKeyPem).text).toBe(ELEMENTS.cardNo);
});

test('what was encrypted for us can be read, and nothing else can', () => {
  const setup = prepareSetup(rail.config('https://gateway.example'));
  const forUs = sealerFor(
    setup,
    { ...CONTRACT, encryptionCertificatePem: rail.merchant.pem },
    'x'.repeat(8),
  );
  expect(unseal(setup, forUs.seal('6226090000000048'))).toBe('6226090000000048');
  expect(unseal(setup, sealer('x'.repeat(8)).seal('6226090000000048'))).toBeUndefined();
  expect(unseal(setup, '6226****0048')).toBeUndefined();
});

test('without a certificate nothing leaves, and no secret is in the words of the error', async () => {
  const { encryptCertificatePem: _, ...config } = rail.config('https://gateway.example');
  expect(() => sealerFor(prepareSetup(config), CONTRACT, 's0000001')).toThrow(/certificate/);
  const bad = { ...signing, elements: { ...ELEMENTS, cardNo: '62260900x' } };
  await expect(gateway.adapter.agreements?.requestCode(bad)).rejects.toThrow(/^(?!.*62260900)/);
  expect(() => customerInfoOf({ name: 'a&b' })).toThrow(RangeError);
  expect(() => customerInfoOf({ name: 'a}' })).toThrow(RangeError);
  expect(() => customerInfoOf({ code: '1&a=b' })).toThrow(RangeError);
  expect(() => customerInfoOf({ phone: '13800000000' })).toThrow(/never sent/);
});
