import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { beijingStamp, type Fields, postForm } from '../../support/unionpay-merchant';
import { without } from './card-holder';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const request = (changes: Fields = {}): Fields =>
  without('frontUrl', bench.merchant.consume({ txnSubType: '07', bizType: '000000', ...changes }));

async function show(changes: Fields = {}): Promise<{ fields: Fields; qrCode: string }> {
  const fields = request(changes);
  const answer = await bench.merchant.send('backTransReq', fields);
  expect(answer.respCode).toBe('00');
  return { fields, qrCode: answer.qrCode ?? '' };
}

test('the QR is a short address where the phone pays, and the merchant is told without a way back', async () => {
  const { fields, qrCode } = await show();
  expect(qrCode.length).toBeLessThanOrEqual(256);
  expect(qrCode.startsWith(`${bench.origin}/scan/`)).toBe(true);
  expect(await (await fetch(qrCode)).text()).toContain('68.00');
  await postForm(qrCode, { card: 'debit', code: '111111' });
  expect(await (await fetch(`${qrCode}?lang=en`)).text()).toContain('Payment successful');
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
  expect((await bench.notices(fields.orderId, 1))[0]).toMatchObject({ bizType: '000000' });
  expect((await bench.order(fields.orderId)).frontReturn).toBeNull();
});

test('an expired QR says so, charges nothing, and still may be paid by a bank that is late', async () => {
  const { fields, qrCode } = await show({ payTimeout: beijingStamp(2_000) });
  await vi.waitFor(
    async () => expect(await (await fetch(`${qrCode}?lang=en`)).text()).toContain('has expired'),
    SOON,
  );
  await postForm(qrCode, { card: 'debit', code: '111111' });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('69');
  await bench.call('POST', `/orders/${fields.orderId}/pay`, { force: true });
  expect((await bench.merchant.ask(fields)).origRespCode).toBe('00');
});

test('no other address opens a payment, and a QR has none but its own', async () => {
  const { qrCode } = await show();
  expect((await fetch(qrCode.replace('/scan/', '/pay/'))).status).toBe(404);
  const unknown = await fetch(`${bench.origin}/scan/0000?lang=en`);
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('There is no such QR code');
});

test('the phone’s page offers the QRs that can be paid', async () => {
  const { qrCode } = await show({ orderDesc: '苹果' });
  const page = async () => (await fetch(`${bench.origin}/phone`)).text();
  expect(await page()).toContain(new URL(qrCode).pathname);
  await postForm(`${qrCode}/cancel`, {});
  expect(await page()).not.toContain(new URL(qrCode).pathname);
});

test('a QR payment is asked about and refunded as 000000, not as another product (36)', async () => {
  const { fields } = await show();
  await bench.call('POST', `/orders/${fields.orderId}/pay`, {});
  const { merchant } = bench;
  const ask = (bizType: string) => merchant.send('queryTrans', merchant.query(fields, { bizType }));
  expect((await ask('000201')).respCode).toBe('36');
  const { queryId = '' } = await ask('000000');
  const refund = (bizType: string) =>
    merchant.send('backTransReq', merchant.refund(queryId, { bizType }));
  expect((await refund('000201')).respCode).toBe('36');
  expect((await refund('000000')).respCode).toBe('00');
});

test('without the permission there is no QR (32), and by a PC’s channel neither (10)', async () => {
  const send = (changes: Fields = {}) => bench.merchant.send('backTransReq', request(changes));
  expect((await send({ channelType: '07' })).respCode).toBe('10');
  await bench.call('POST', '/contract', { permissions: { qr: false } });
  expect((await send()).respCode).toBe('32');
});
