import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { listMerchantStatements } from '@/lib/carrier-statements/list-merchant-statements';
import { findLine } from '@/lib/carriers/find-line';
import { addDays, dayOf } from '@/lib/core/beijing';
import { balanceOf } from '@/lib/ledger/balance-of';
import { cny } from '@/lib/money/money';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { requestRefund } from '@/lib/refunds/request-refund';
import { startCarrierRails } from '@/tests/support/carrier-rails';
import { staffWithCode } from '@/tests/support/make-staff';
import {
  atCarrier,
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
} from '@/tests/support/phone-bill-scene';

let rails: Awaited<ReturnType<typeof startCarrierRails>>;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env);
  await openBeijing();
});
afterAll(() => rails.stop());

async function paidBy(phone: string) {
  const order = await makeDigitalOrder();
  await payByPhone(order, phone);
  const code = await rails.handsetCode(phone);
  await submitChannelCode({ token: order.payToken, code, userId: null });
  const [payment] = await atCarrier(rails, phone);
  return { order, paymentId: payment?.paymentId };
}

test('the carrier’s own statement of what it charged is booked to the fen, beside what we refunded', async () => {
  const [reduced, refunded] = [await paidBy(phoneWith('8000')), await paidBy(phoneWith('8000'))];
  await rails.control(`carrier/payments/${reduced.paymentId}/reduce`, { amount: '200' });
  await requestRefund({
    merchantId: refunded.order.merchantId,
    orderId: refunded.order.id,
    merchantRefundNo: 'refund 1',
    amount: cny(100n),
    actor: 'test',
  });
  const month = dayOf(new Date()).slice(0, 7);
  const share = (await findLine({ lineId: 'mobile' }))?.shareMillionths;
  const asked = `carrier=cmcc&month=${month}&serviceId=MOB1&share_millionths=${share}`;
  const file = await fetch(`${rails.sandboxOrigin}/control/api/carrier/statement?${asked}`);
  // A statement is of a month that is over: the file says that it was then.
  const lastMonth = addDays(`${month}-01`, -1).slice(0, 7);
  const text = (await file.text()).replace(/,[^,]+T[^,]+$/gm, `,${lastMonth}-15T12:00:00+08:00`);
  const { statementId, ...booked } = await importCarrierStatement({
    lineId: 'mobile',
    month: lastMonth,
    bytes: (async function* () {
      yield Buffer.from(text);
    })(),
    ...(await staffWithCode('finance')),
  });
  expect(booked).toMatchObject({ kind: 'booked', lines: 3, matched: 3 });

  const part = async ({ order }: typeof reduced) =>
    (await listMerchantStatements({ merchantId: order.merchantId }))[0];
  // ¥6 less ¥2, ¥2.40 of share less ¥0.80 of that, and ¥0.04 of fee.
  expect(await part(reduced)).toMatchObject({
    statementId,
    reduction: cny(200n),
    share: cny(160n),
    credited: cny(236n),
  });
  // ¥6 less ¥1, ¥2.40 and ¥0.04.
  expect(await part(refunded)).toMatchObject({
    statementId,
    refunded: cny(100n),
    credited: cny(256n),
  });
  // ¥12 less ¥2, ¥1 and ¥4.
  expect(await balanceOf({ subject: 'channel_clearing', owner: 'carrier' })).toEqual(cny(500n));
});
