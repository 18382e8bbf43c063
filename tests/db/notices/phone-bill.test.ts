import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '@/lib/core/assert';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { tokenOfCarrier } from '@/tests/support/carrier-token';
import { type FaultProxy, startFaultProxy } from '@/tests/support/fault-proxy';
import { CARRIER } from '@/tests/support/neighbour-scenes';
import { deliver, processAll, testNotices } from '@/tests/support/notice-faults';
import type { ToldNotice } from '@/tests/support/notice-inbox';
import { openBeijing } from '@/tests/support/phone-bill-scene';

let rails: CarrierRails;
let proxy: FaultProxy;
beforeAll(async () => {
  rails = await startCarrierRails();
  proxy = await startFaultProxy(rails.sandboxOrigin);
  for (const [name, value] of Object.entries(rails.env)) {
    process.env[name] = value.replaceAll(rails.sandboxOrigin, proxy.origin);
  }
  await openBeijing();
});
afterAll(async () => {
  await proxy.close();
  await rails.stop();
});

async function told(no: string): Promise<ToldNotice[]> {
  const found = await rails.control(`carrier/payments?clientCorrelator=${no}`);
  const [payment] = (found as { payments: { paymentId: string }[] }).payments;
  const events = await rails.events(present(payment, 'the payment').paymentId, 1);
  return events.map(({ bytes, headers }) => ({ body: Buffer.from(bytes), headers }));
}

testNotices(() => ({ proxy, control: rails.control }), {
  channel: 'carrier',
  neighbour: CARRIER,
  refusedWith: 401,
  told,
  forged: (one, other) => {
    const token = String(one.headers.authorization);
    const no = token.replace(/^Bearer |\..*$/g, '');
    const [theirs = ''] = String(other.headers.authorization).split('.');
    const as = (authorization: string): ToldNotice => ({
      ...one,
      headers: { ...one.headers, authorization },
    });
    const text = one.body.toString();
    const said = (body: Buffer): ToldNotice => ({ ...one, body });
    return {
      'another number under its token': as(`${theirs}.${token.split('.')[1]}`),
      'a token cut short': as(token.slice(0, -1)),
      'the key of before': as(`Bearer ${tokenOfCarrier('cmcc', 'the key of last month', no)}`),
      'no token': as(''),
      'a type of none of ours': said(Buffer.from(text.replace('payment-completed', 'payment-x'))),
      // 完成, as GBK has it.
      'words in GBK': said(
        Buffer.from(
          text.replace(/"description":"[^"]*"/, '"description":"\xcd\xea\xb3\xc9"'),
          'latin1',
        ),
      ),
      nothing: said(Buffer.alloc(0)),
    };
  },
});

test('an authentic event about a number that is not ours is kept and asks nobody', async () => {
  const { no } = await (await CARRIER.prepare(rails.control))();
  const notice = present((await told(no))[0], 'an event');
  const unknown = no.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const [{ clientSecret }] = JSON.parse(String(rails.env.CARRIER_ENDPOINTS));
  const authorization = `Bearer ${tokenOfCarrier('cmcc', clientSecret, unknown)}`;
  const asked = proxy.calls.length;
  const { headers } = notice;
  const answer = await deliver('carrier', { ...notice, headers: { ...headers, authorization } });
  expect(answer.status).toBe(204);
  expect(await processAll('carrier', unknown)).toEqual(['unknown_number']);
  expect(proxy.calls).toHaveLength(asked);
});
