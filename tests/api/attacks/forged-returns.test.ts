import { expect, inject, test } from 'vitest';
import { readOrder } from '@/lib/orders/read-order';
import { startPayment } from '@/lib/payments/start-payment';
import { selectLiveAttempt } from '@/lib/payments/store';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';

const { origin } = inject('stack');

/** An order whose payer is at the payment page, which has not been paid. */
async function waiting() {
  const { order } = await makePayableOrder();
  const actor = { userId: null };
  await startPayment({ token: order.payToken, method: 'quickpass', host: PHONE, actor });
  const attempt = await selectLiveAttempt(order.id);
  if (!attempt) throw new Error('no attempt');
  return { order, attempt };
}

/** All that says "paid", in everybody's words. */
const PAID = {
  ...{ respCode: '00', respMsg: 'success', origRespCode: '00', status: 'paid', state: 'paid' },
  ...{ result: 'success', trade_status: 'TRADE_SUCCESS', result_code: 'SUCCESS', paid: '1' },
  ...{ txnAmt: '6800', currencyCode: '156', sign: 'A'.repeat(344), signature: 'A'.repeat(344) },
};

test.each(['unionpay', 'netsunion', 'carrier', 'bank'])(
  'nothing that a browser brings back from %s without a signature is believed',
  async (channel) => {
    const { order, attempt } = await waiting();
    const said = new URLSearchParams({
      ...PAID,
      orderId: attempt.channelOrderNo,
      order_id: order.id,
      out_trade_no: attempt.channelOrderNo,
    });
    const at = `${origin}/api/channels/${channel}`;
    const back = [
      fetch(`${at}/return?${said}`, { redirect: 'manual' }),
      fetch(`${at}/return`, { method: 'POST', body: said, redirect: 'manual' }),
    ];
    // To the front door: an unsigned word does not even say which order it was.
    for (const answer of await Promise.all(back)) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    }
    const notice = await fetch(`${at}/notify`, { method: 'POST', body: said });
    expect(notice.status).toBeGreaterThanOrEqual(400);
    expect(notice.status).toBeLessThan(500);
    expect((await readOrder(order.id)).state).toBe('open');
    expect((await selectLiveAttempt(order.id))?.id).toBe(attempt.id);
  },
);

test.each(['', '/result', '/go', '/receipt'])(
  'a payment page%s says what we know, whatever its address says',
  async (page) => {
    const { order } = await waiting();
    const url = `${origin}/pay/${order.payToken}${page}`;
    const drawn = async (query: string) => {
      const answer = await fetch(`${url}${query}`, { redirect: 'manual' });
      const text = (await answer.text()).replace(/<script.*?<\/script>|<[^>]*>/gs, '');
      return [answer.status, answer.headers.get('location'), /已支付|支付成功/.test(text)];
    };
    expect(await drawn(`?${new URLSearchParams(PAID)}`)).toEqual(await drawn(''));
    expect((await drawn(''))[2]).toBe(false);
    expect((await readOrder(order.id)).state).toBe('open');
  },
);
