import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { renewQr } from '@/lib/payments/renew-qr';
import { reportHostResult } from '@/lib/payments/report-host-result';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { RENEW_BEFORE_MS } from '@/lib/payments/rules';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP, MERCHANT_APP, PHONE } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();

const actor = { userId: null };
const start = (order: Order, host: HostFacts) =>
  startPayment({ token: order.payToken, method: 'quickpass', host, actor });
const liveOf = async (order: Order) => {
  const live = await selectLiveAttempt(order.id);
  if (!live) throw new Error('no live attempt');
  return live;
};
const tnOf = async (order: Order) => {
  const { tn } = await liveOf(order);
  if (!tn) throw new Error('no TN');
  return tn;
};
/** What the shopper does in the app, as the simulated host would send it. */
async function inApp(
  tn: string,
  what: 'pay' | 'cancel',
  surface: 'control' | 'cashier' = 'control',
) {
  const body = JSON.stringify(what === 'pay' ? { surface, card: 'credit' } : { surface });
  const address = `${rails.env.UNIONPAY_GATEWAY_ORIGIN}/phone/api/orders/${tn}/${what}`;
  const said = await (await fetch(address, { method: 'POST', body })).json();
  return said.answer;
}
const report = (
  order: Order,
  said: Pick<Parameters<typeof reportHostResult>[0], 'tn' | 'result' | 'resultData' | 'surface'>,
) => reportHostResult({ token: order.payToken, host: MERCHANT_APP, actor, ...said });
/** Lets a QR code come to its end, as time would. */
const nearlyOver = (id: string) =>
  pool().query(
    `UPDATE attempts SET payable_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
    [id, RENEW_BEFORE_MS / 1000 - 1],
  );
const states = async (order: Order) =>
  (await selectAttempts(order.id)).map(({ surface, state }) => [surface, state]);

test('a host gets one TN, kept where support finds it; its signed success is asked about, then paid with the card type', async () => {
  const { order } = await makePayableOrder();
  expect(await start(order, MERCHANT_APP)).toEqual({ result: 'continue' });
  const tn = await tnOf(order);
  expect((await liveOf(order)).nextStep).toEqual({ type: 'launch-control', tn, mode: '01' });
  const told = await inApp(tn, 'pay');
  expect((await readOrder(order.id)).state).toBe('open');
  const { resultData } = told;
  const said = { tn, result: 'success', surface: 'control', resultData } as const;
  expect(await report(order, said)).toEqual({ result: 'paid' });
  expect(await selectAttempts(order.id)).toMatchObject([
    { state: 'succeeded', tn, surface: 'control', hostResult: 'success', cardType: 'credit' },
  ]);
});

test.each([
  ['unsigned', (): string | undefined => undefined],
  [
    'forged',
    (): string | undefined => '{"sign":"AAAA","data":"pay_result=success&tn=1&cert_id=1"}',
  ],
])('a host’s %s "success" pays nothing by itself', async (_what, resultData) => {
  const { order } = await makePayableOrder();
  await start(order, MERCHANT_APP);
  const tn = await tnOf(order);
  const data = resultData();
  const said = { tn, result: 'success', ...(data ? { resultData: data } : {}) } as const;
  expect((await report(order, said)).result).not.toBe('paid');
  expect((await readOrder(order.id)).state).toBe('open');
  expect((await liveOf(order)).hostResult).toBe(data ? 'unverified' : 'success');
});

test('a result signed for another TN says nothing about this one', async () => {
  const [mine, other] = [await makePayableOrder(), await makePayableOrder()];
  await start(mine.order, MERCHANT_APP);
  await start(other.order, MERCHANT_APP);
  const { resultData } = await inApp(await tnOf(other.order), 'pay');
  const tn = await tnOf(mine.order);
  await report(mine.order, { tn, result: 'success', resultData });
  expect((await liveOf(mine.order)).hostResult).toBe('unverified');
  const foreign = report(mine.order, { tn: await tnOf(other.order), result: 'success' });
  expect(await refusalCode(foreign)).toBe('not_found');
});

test('silence and "cancel" leave the attempt as it is: asked about, never jumped over', async () => {
  const { order } = await makePayableOrder();
  await start(order, MERCHANT_APP);
  const tn = await tnOf(order);
  for (const result of ['unknown', 'cancel'] as const) {
    expect((await report(order, { tn, result })).result).toBe('continue');
    expect(await states(order)).toEqual([['control', 'waiting']]);
  }
  await inApp(tn, 'pay');
  expect(await report(order, { tn, result: 'cancel' })).toEqual({ result: 'paid' });
});

test('"not installed" stays on the TN where the contract has SDK-WAP', async () => {
  const { order } = await makePayableOrder();
  await start(order, MERCHANT_APP);
  const tn = await tnOf(order);
  expect((await report(order, { tn, result: 'not-installed' })).result).toBe('continue');
  expect(await states(order)).toEqual([['control', 'waiting']]);
});

test('without SDK-WAP "not installed" leads to UnionPay’s page as a new attempt, and a late TN is given back', async () => {
  const { order, merchantId } = await makePayableOrder();
  await pool().query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'unionpay', '777290058110048', 'merchant', '{control,api_wap}')`,
    [`ctr_${merchantId}`, merchantId],
  );
  await start(order, MERCHANT_APP);
  const tn = await tnOf(order);
  expect(await report(order, { tn, result: 'not-installed' })).toEqual({ result: 'continue' });
  expect(await states(order)).toEqual([
    ['control', 'superseded'],
    ['api_wap', 'waiting'],
  ]);
  // Paid on the TN after all: the order takes it, and UnionPay's page is left behind.
  await inApp(tn, 'pay');
  const [first, second] = await selectAttempts(order.id);
  await resolveAttempt({ attemptId: first?.id ?? '' });
  expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: first?.id });
  await rails.control(`orders/${second?.channelOrderNo}/pay`).catch(() => undefined);
  expect((await selectAttempts(order.id))[1]?.state).toBe('superseded');
});

test('a lost reply to the request for a TN is unknown, asked about, and charges nothing', async () => {
  const { order } = await makePayableOrder({ amountMinor: 6_855n });
  const behaviour = { lose: 'reply' };
  await rails.control('script', {
    match: { amount: '6855', kind: 'consume' },
    behaviour,
    times: 1,
  });
  expect(await start(order, MERCHANT_APP)).toEqual({ result: 'waiting' });
  expect(await states(order)).toEqual([['control', 'unknown']]);
  await resolveAttempt({ attemptId: (await liveOf(order)).id });
  expect(await states(order)).toEqual([['control', 'waiting']]);
  expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
});

test('a channel that is down greys its ways with the reason, until a probe is due', async () => {
  const { order } = await makePayableOrder();
  const offers = async (host: HostFacts) =>
    (await getCashier({ token: order.payToken, userId: null, host })).offers;
  const quickpass = async (host: HostFacts) =>
    (await offers(host)).find(({ method }) => method === 'quickpass');
  await pool().query(
    `INSERT INTO channel_breakers (channel, operation, state, failures, opened_at, probe_at)
     VALUES ('unionpay', 'pay', 'open', 5, now(), now() + interval '1 minute')`,
  );
  const greyed = { available: false, reason: 'channel_unavailable' };
  expect(await quickpass(DESKTOP)).toMatchObject(greyed);
  expect(await quickpass(MERCHANT_APP)).toMatchObject(greyed);
  // UnionPay's own page is reached by the browser alone: it needs no call of ours.
  expect(await quickpass(PHONE)).toMatchObject({ available: true });
  expect(await refusalCode(start(order, DESKTOP))).toBe('method_unavailable');
  await pool().query(`UPDATE channel_breakers SET probe_at = now() - interval '1 second'`);
  expect(await quickpass(DESKTOP)).toMatchObject({ available: true });
  expect(await start(order, DESKTOP)).toEqual({ result: 'continue' });
  const { rows } = await pool().query('SELECT state FROM channel_breakers');
  expect(rows).toEqual([{ state: 'closed' }]);
});

test('a QR code near its end gives way to the next one; the old one is left behind', async () => {
  const { order } = await makePayableOrder();
  const { payToken: token } = order;
  await startPayment({ token, method: 'quickpass', host: DESKTOP, actor, device: 'the screen' });
  const first = await liveOf(order);
  expect(first).toMatchObject({ surface: 'qr', nextStep: { type: 'show-qr' } });
  expect(first.begunBy).not.toBeNull();
  const renew = () => renewQr({ token: order.payToken, host: DESKTOP, actor });
  expect(await renew()).toEqual({ result: 'continue' });
  expect((await liveOf(order)).id).toBe(first.id);
  await nearlyOver(first.id);
  expect(await renew()).toEqual({ result: 'continue' });
  expect(await states(order)).toEqual([
    ['qr', 'superseded'],
    ['qr', 'waiting'],
  ]);
  const next = await liveOf(order);
  expect(next.nextStep).not.toEqual(first.nextStep);
  // Whoever asked for it: it is shown where the first one was.
  expect(next.begunBy).toBe(first.begunBy);
});

test('a QR code paid at the last moment beside a balance payment is given back by itself', async () => {
  const { order } = await makePayableOrder();
  await start(order, DESKTOP);
  const qr = await liveOf(order);
  await switchMethod({ token: order.payToken });
  const { payToken: token } = order;
  const byBalance = { method: 'balance', paymentPassword: PASSWORD, host: DESKTOP, actor } as const;
  expect(await startPayment({ token, ...byBalance })).toEqual({ result: 'paid' });
  await rails.control(`orders/${qr.channelOrderNo}/pay`, {});
  await resolveAttempt({ attemptId: qr.id });
  await returnLatePayment({ attemptId: qr.id });
  const [attempt] = await selectAttempts(order.id);
  expect(attempt?.state === 'late_succeeded' || attempt?.state === 'returned').toBe(true);
  const { rows } = await pool().query('SELECT route, state FROM refunds WHERE order_id = $1', [
    order.id,
  ]);
  expect(rows).toMatchObject([{ route: expect.stringMatching(/^(undo|refund)$/) }]);
});
