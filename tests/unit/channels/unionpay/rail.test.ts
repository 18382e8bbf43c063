import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PayoutOutcome, PayoutPort, PayoutRequest } from '@/lib/channels/payout-port';
import type { ChannelContract, PayRequest } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import { channelScene } from '@/tests/support/channel-scene';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';

/** What only UnionPay has, against the simulator: two readings of one protocol. */

let rail: UnionPayRail;
beforeAll(async () => {
  rail = await startUnionPayRail();
}, 60_000);
afterAll(() => rail.stop());
beforeEach(() => rail.ask('reset', {}));

const front = channelScene(() => rail, { type: 'quickpass', surface: 'front' });
const control = channelScene(() => rail, { type: 'quickpass', surface: 'control' });
const qr = channelScene(() => rail, { type: 'quickpass', surface: 'qr' });
const number = (kind: string) => `${kind}${randomBytes(12).toString('hex')}`;
const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the adapter has no such part');
  return value;
};
const payoutPort = (): PayoutPort => there(rail.adapter.payout);

const payoutOf = (change: Partial<PayoutRequest> = {}): PayoutRequest => ({
  channelOrderNo: number('w'),
  amount: cny(12_345n),
  cardNo: '6200000000000005',
  name: '张三',
  idNo: '110101199003070038',
  requestedAt: new Date(),
  noticeUrl: rail.noticeUrl,
  ...change,
});
async function paidOut(request: PayoutRequest): Promise<PayoutOutcome> {
  const outcome = await payoutPort().query({ ...request, askedAt: request.requestedAt });
  // In progress, with a reference or without.
  return ['accepted', 'unknown'].includes(outcome.kind) ? paidOut(request) : outcome;
}

test('a payout is accepted, then on the card, and told by a notice', async () => {
  const request = payoutOf();
  expect(await payoutPort().send(request)).toMatchObject({ kind: 'accepted' });
  const done = { kind: 'succeeded', amount: cny(12_345n) };
  expect(await paidOut(request)).toMatchObject(done);
  const [body] = await rail.notices(request.channelOrderNo, 1);
  const notice = rail.adapter.readNotice({ body: there(body), receivedAt: new Date() });
  expect(notice).toMatchObject({
    concerns: 'payout',
    channelOrderNo: request.channelOrderNo,
    outcome: done,
  });
});

test('a payout under another name does not reach the card', async () => {
  const request = payoutOf({ name: '李四' });
  const sent = await payoutPort().send(request);
  const outcome = sent.kind === 'accepted' ? await paidOut(request) : sent;
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'name_mismatch' });
});

test('a payout whose answer was lost is found, and sent twice it is one payout', async () => {
  const request = payoutOf();
  await rail.script(request.channelOrderNo, 'lose the reply');
  expect(await payoutPort().send(request)).toMatchObject({ kind: 'unknown' });
  const { kind } = await payoutPort().send(request);
  expect(['accepted', 'unknown']).toContain(kind);
  expect(await paidOut(request)).toMatchObject({ kind: 'succeeded' });
});

test('the day’s file has every payment, refund, undo and payout to the fen, and the corrections', async () => {
  const { adapter } = rail;
  const statements = there(adapter.statements);
  const day = statements.clearingDayOf(new Date());
  const get = () => statements.download({ day, requestNo: number('d'), requestedAt: new Date() });
  expect(await get()).toMatchObject({ kind: 'absent' });
  const [one, two, three] = [await front.paid(), await control.paid(), await qr.paid()];
  const part = await front.returnOf(one, 800n);
  await adapter.refund(part);
  await front.decided(part);
  const undo = await control.returnOf(two, 6_800n, 'undo');
  await adapter.refund(undo);
  await control.decided(undo);
  const out = payoutOf();
  await payoutPort().send(out);
  await paidOut(out);
  const file = await get();
  if (file.kind !== 'file') throw new Error(JSON.stringify(file.evidence));
  const told = file.lines.map(({ kind, channelOrderNo, amount }) => ({
    kind,
    channelOrderNo,
    amount,
  }));
  const line = (
    kind: string,
    { channelOrderNo, amount }: { channelOrderNo: string; amount: object },
  ) => ({
    kind,
    channelOrderNo,
    amount,
  });
  expect(told).toHaveLength(6);
  for (const expected of [
    ...[one, two, three].map((payment) => line('payment', payment)),
    line('refund', part),
    line('undo', undo),
    line('payout', out),
  ]) {
    expect(told).toContainEqual(expected);
  }
  expect(file.lines.find(({ kind }) => kind === 'refund')?.originalRef).toBe(
    part.original.channelRef,
  );
  for (const { at, fee, amount, kind } of file.lines) {
    expect(statements.clearingDayOf(at)).toBe(day);
    if (kind === 'payment') {
      expect(fee.amountMinor).toBeGreaterThanOrEqual(0n);
      expect(fee.amountMinor).toBeLessThan(amount.amountMinor);
    }
  }
  expect(file.adjustments).toEqual([]);
});

test('a correction in the file is told apart from what was settled', async () => {
  const statements = there(rail.adapter.statements);
  const request = front.payRequest();
  const match = { orderId: request.channelOrderNo };
  await rail.ask('script', { match, behaviour: { statement: 'adjusted' }, times: 1 });
  await rail.visit(await rail.adapter.pay(request));
  await rail.payerConfirms(request.channelOrderNo);
  const day = statements.clearingDayOf(new Date());
  const asked = { day, requestNo: number('d'), requestedAt: new Date() };
  expect(await statements.download(asked)).toMatchObject({
    kind: 'file',
    adjustments: [{ amount: request.amount }],
  });
});

test('the certificate to encrypt for changes, and the old one is good as well', async () => {
  const { fetchCertificate } = there(rail.adapter.encryption);
  const ask = () => fetchCertificate({ requestNo: number('c'), requestedAt: new Date() });
  const before = await ask();
  await rail.ask('rotate-encryption', {});
  const after = await ask();
  if (before.kind !== 'certificate' || after.kind !== 'certificate') throw new Error('none');
  expect(after.certId).not.toBe(before.certId);
  for (const { pem } of [before, after]) {
    const request = payoutOf({ contract: { ...MERCHANT, encryptionCertificatePem: pem } });
    expect(await payoutPort().send(request)).toMatchObject({ kind: 'accepted' });
  }
});

test.each([
  ['success', 'pay', { card: 'debit' }],
  ['cancel', 'cancel', {}],
])(
  'what the app says, %s, is verified and still only a reason to ask',
  async (result, act, how) => {
    const outcome = await rail.adapter.pay(control.payRequest());
    if (outcome.kind !== 'pending' || outcome.next.type !== 'launch-control')
      throw new Error('no TN');
    const { tn } = outcome.next;
    const response = await fetch(
      `${rail.env.UNIONPAY_GATEWAY_ORIGIN}/phone/api/orders/${tn}/${act}`,
      {
        method: 'POST',
        body: JSON.stringify({ surface: 'control', ...how }),
      },
    );
    const { answer } = (await response.json()) as { answer: { resultData: string } };
    const { read } = there(rail.adapter.hostResults);
    expect(read(answer.resultData, new Date())).toEqual({ tn, result });
    expect(read(answer.resultData.replace(tn, `${tn}0`), new Date())).toBeUndefined();
  },
);

const MERCHANT: ChannelContract = { merchantNo: '777290058110048', access: { type: 'merchant' } };
const CONTRACTS: [string, ChannelContract][] = [
  [
    'an institution',
    {
      merchantNo: '777290058110097',
      access: {
        type: 'institution',
        acquirerCode: '00010000',
        categoryCode: '5311',
        merchantName: '测试商户有限公司',
        merchantShortName: '测试商户',
      },
    },
  ],
  [
    'a platform',
    {
      merchantNo: '777290058135880',
      access: {
        type: 'platform',
        subMerchantNo: 'sub0001',
        subMerchantName: '二级商户有限公司',
        subMerchantShortName: '二级商户',
      },
    },
  ],
];
test.each(CONTRACTS)(
  'through %s a payment is made, asked about and told of',
  async (_, contract) => {
    const request: PayRequest = { ...control.payRequest(), contract };
    expect(await rail.adapter.pay(request)).toMatchObject({ next: { type: 'launch-control' } });
    await rail.payerConfirms(request.channelOrderNo);
    const question = { ...control.asking(request), contract };
    expect(await rail.adapter.query(question)).toMatchObject({ kind: 'succeeded' });
    const [body] = await rail.notices(request.channelOrderNo, 1);
    const notice = rail.adapter.readNotice({ body: there(body), receivedAt: new Date() });
    expect(notice).toMatchObject({
      merchantNo: contract.merchantNo,
      outcome: { kind: 'succeeded' },
    });
  },
);

test.each([
  ['control', () => rail.adapter.pay(control.payRequest())],
  ['qr', () => rail.adapter.pay(qr.payRequest())],
  ['payout', () => payoutPort().send(payoutOf())],
])('what a contract lacks is refused at once: %s', async (permission, make) => {
  await rail.ask('contract', { permissions: { [permission]: false } });
  const outcome = await make();
  await rail.ask('contract', { permissions: { [permission]: true } });
  const reason = permission === 'payout' ? 'rejected_request' : 'not_permitted';
  expect(outcome).toMatchObject({ kind: 'failed', reason });
});
