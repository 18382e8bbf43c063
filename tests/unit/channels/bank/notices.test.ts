import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import type { PayoutAdapter } from '@/lib/channels/payout-port';
import { cny } from '@/lib/money/money';
import { type BankRail, startBankRail } from '@/tests/support/bank-rail';
import type { ToldNotice } from '@/tests/support/notice-inbox';

let rail: BankRail;
let adapter: PayoutAdapter;
beforeAll(async () => {
  rail = await startBankRail();
  adapter = rail.adapter;
}, 60_000);
afterAll(() => rail.stop());

const read = (notice: ToldNotice, receivedAt = new Date()) =>
  adapter.readNotice({ ...notice, receivedAt });

const credit = { reference: 'CR202611210000000099', number: '88', amount: '1' };
const content = { type: 'credit', ...credit, payerName: '王五', payerAccount: '62', remark: '' };
const authentic = (secondsAgo?: number) =>
  rail.notice({ ...content, at: '2026-11-21T04:00:00Z' }, secondsAgo);

test('a repeated notice has the same key, another state of a payout has another', async () => {
  const payout = {
    channelOrderNo: `w${randomBytes(12).toString('hex')}`,
    ...{ amount: cny(100n), cardNo: '6200000000000005', name: '张三', requestedAt: new Date() },
  };
  await rail.script({ payoutNo: payout.channelOrderNo }, { noticeCopies: 2 }, 1);
  await adapter.send(payout);
  const keys = (await rail.notices(payout.channelOrderNo, 2)).map((one) => read(one).noticeKey);
  expect(new Set(keys).size).toBe(1);
  await rail.decide(payout.channelOrderNo, 'return');
  const all = await rail.notices(payout.channelOrderNo, 4);
  expect(new Set(all.map((one) => read(one).noticeKey)).size).toBe(2);
});

test('one signed with another secret is refused', async () => {
  const flawed = { number: '88', amount: '1', noticeSignature: 'wrong' };
  const bankReference = await rail.credit(flawed);
  const [notice] = await rail.notices(bankReference, 1);
  expect(() => notice && read(notice)).toThrow(UnauthenticNotice);
});

test('an authentic one with any byte, header or path of it changed is refused', () => {
  const { body, headers } = authentic();
  expect(read({ body, headers }).channelOrderNo).toBe(credit.reference);
  for (let at = 0; at < body.length; at += 1) {
    const changed = Buffer.from(body);
    changed[at] = body[at] === 0x30 ? 0x31 : 0x30;
    expect(() => read({ body: changed, headers })).toThrow(UnauthenticNotice);
  }
  const timestamp = String(Number(headers['x-bank-timestamp']) + 1);
  for (const [name, value] of [
    ['x-bank-timestamp', timestamp],
    ['x-bank-signature', ''],
  ] as const) {
    const changed = { ...headers, [name]: value };
    expect(() => read({ body, headers: changed })).toThrow(UnauthenticNotice);
  }
  expect(() => read({ body, headers: {} })).toThrow(UnauthenticNotice);
  expect(() => adapter.readNotice({ body, receivedAt: new Date() })).toThrow(UnauthenticNotice);
});

test('one is fresh for five minutes, judged at the moment it was received', () => {
  const old = authentic(290);
  expect(read(old).channelOrderNo).toBe(credit.reference);
  expect(() => read(authentic(310))).toThrow('stale');
  const weekLater = new Date(Date.now() + 7 * 86_400_000);
  expect(() => read(old, weekLater)).toThrow('stale');
  expect(() => read(authentic(-310))).toThrow('stale');
});

test('an authentic notice about something else is refused as a whole', () => {
  for (const other of [{ type: 'fee', amount: '1' }, { ...content, amount: '0' }, {}]) {
    expect(() => read(rail.notice(other))).toThrow(UnauthenticNotice);
  }
});

test('a credit’s notice with another amount tells that amount, so that it can be seen to differ', async () => {
  const input = { number: '88', amount: '5', noticeAmount: '500000' };
  const bankReference = await rail.credit(input);
  const [notice] = await rail.notices(bankReference, 1);
  expect(notice && read(notice).body).toMatchObject({ amount: cny(500_000n) });
});
