import { expect, test } from 'vitest';
import { startPayment } from '@/lib/payments/start-payment';
import { behindProxy } from '@/tests/support/behind-proxy';
import { startCardRails } from '@/tests/support/card-rails';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { MERCHANT_APP, PHONE } from '@/tests/support/hosts';
import { payOtherwise, testSetUps } from '@/tests/support/neighbour-set-ups';
import { BINDINGS, TEXT } from '@/tests/support/set-ups-binding';
import {
  NETSUNION_CODE,
  UNIONPAY_CODE,
  UNIONPAY_QR,
  UNIONPAY_TN,
} from '@/tests/support/set-ups-quickpass';

const around = behindProxy(
  startCardRails,
  ({ env }) => String(env.BANK_API_ORIGIN),
  (proxied) => ({ CARD_CODE_FROM_FEN: '5000', SMS_GATEWAY_URL: `${proxied}/sms` }),
);

testSetUps(
  around,
  ...[...UNIONPAY_TN, ...UNIONPAY_QR, ...UNIONPAY_CODE, ...NETSUNION_CODE, ...BINDINGS, TEXT],
);

test('UnionPay’s own page takes no call of ours: nobody answers, and the shopper is on their way', async () => {
  const { proxy } = around();
  const { order } = await makePayableOrder();
  await proxy.fail('refuse');
  const before = around().calls.all();
  const asked = { method: 'quickpass', host: PHONE, actor: { userId: null } } as const;
  const begun = await startPayment({ token: order.payToken, ...asked });
  expect(begun).toEqual({ result: 'continue' });
  expect(around().calls.all()).toBe(before);
});

test('while nobody can be asked about it, it is not left for another way; and then it is', async () => {
  const { proxy } = around();
  const { order } = await makePayableOrder();
  const asked = { method: 'quickpass', host: MERCHANT_APP, actor: { userId: null } } as const;
  await proxy.fail('drop reply', /appTransReq/);
  await startPayment({ token: order.payToken, ...asked });
  await proxy.fail('502', /queryTrans/);
  expect(await payOtherwise(order)).toBe('earlier_attempt_unknown');
  await proxy.heal();
  expect(await payOtherwise(order)).toBe('paid');
});
