import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { POST as notify } from '@/app/api/channels/[channel]/notify/route';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { ExternalRef } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { getPayout } from '@/lib/payouts/get-payout';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { receiveReturn } from '@/lib/webhooks/receive-return';
import { settleBankCredit } from '@/lib/webhooks/settle-bank-credit';
import { type BankRail, NOTICE_PATH, startBankRail } from '@/tests/support/bank-rail';
import { seedVirtualAccount } from '@/tests/support/factories/virtual-accounts';
import { seedOwner, withdraw } from '@/tests/support/factories/withdrawals';
import type { ToldNotice } from '@/tests/support/notice-inbox';

let bank: BankRail;
beforeAll(async () => {
  bank = await startBankRail();
  Object.assign(process.env, bank.env);
}, 60_000);
afterAll(() => bank.stop());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const receive = (notice: ToldNotice) => receiveNotice({ channel: 'bank', ...notice });
const stored = (channelOrderNo: string) =>
  db().channelNotice.findMany({ where: { channelOrderNo }, orderBy: { id: 'asc' } });
const balance = async (ref: ExternalRef) => (await balanceOf(ref)).amountMinor;
const resultOf = async (noticeId: string): Promise<string | undefined> =>
  (await db().channelNoticeResult.findUnique({ where: { noticeId } }))?.result;

/** Takes in the notices about a number, as many as the bank sends, and answers what is stored. */
async function take(about: string, count: number): Promise<string[]> {
  for (const notice of (await bank.notices(about, count)).slice(-count)) await receive(notice);
  return (await stored(about)).map(({ id }) => id);
}

test('a credit told three times is stored once, asked about, and on the account once', async () => {
  const { ref, number } = await seedVirtualAccount();
  const reference = await bank.credit({ number, amount: '6800', copies: 3 });
  const ids = await take(reference, 3);
  expect(ids).toHaveLength(1);
  expect(await balance(ref)).toBe(0n);
  for (let times = 0; times < 2; times += 1) await processNotice({ noticeId: String(ids[0]) });
  expect(await balance(ref)).toBe(6_800n);
  expect(await resultOf(String(ids[0]))).toBe('credited');
});

test('ten deliveries at once are all acknowledged, with one job', async () => {
  const { number } = await seedVirtualAccount();
  const [notice] = await bank.notices(await bank.credit({ number, amount: '1' }), 1);
  if (!notice) throw new Error('no notice');
  const answers = await Promise.all(Array.from({ length: 10 }, () => receive(notice)));
  for (const answer of answers) expect(answer).toEqual({ status: 200, body: 'ok' });
  const jobs = await db().$queryRaw<unknown[]>`
    SELECT j.id FROM pgboss.job j JOIN channel_notices n ON j.data->>'noticeId' = n.id
     WHERE j.name = 'process-notice' AND n.channel_order_no = ${JSON.parse(String(notice.body)).reference}`;
  expect(jobs).toHaveLength(1);
});

test('the notice address hands on what the bank signed, and refuses what it did not', async () => {
  const { number } = await seedVirtualAccount();
  const [notice] = await bank.notices(await bank.credit({ number, amount: '3' }), 1);
  const body = Buffer.from(notice?.body ?? '');
  const { host: _, connection: __, ...headers } = notice?.headers ?? {};
  const params = Promise.resolve({ channel: 'bank' });
  const post = (given: Record<string, string>) =>
    notify(new Request(`http://app.test${NOTICE_PATH}`, { method: 'POST', body, headers: given }), {
      params,
    });
  expect((await post({ ...headers, 'x-bank-signature': 'f'.repeat(64) })).status).toBe(400);
  expect((await post({})).status).toBe(400);
  const taken = await post(headers);
  expect([taken.status, await taken.text()]).toEqual([200, 'ok']);
  expect(await stored(JSON.parse(String(body)).reference)).toHaveLength(1);
});

test('a forged, stale or unsigned notice is refused and leaves nothing behind', async () => {
  const { number } = await seedVirtualAccount();
  const reference = await bank.credit({ number, amount: '9', noticeSignature: 'wrong' });
  const [forged] = await bank.notices(reference, 1);
  if (!forged) throw new Error('no notice');
  const content = JSON.parse(String(forged.body));
  const unsigned = { body: forged.body, headers: {} };
  for (const notice of [forged, unsigned, bank.notice(content, 301)]) {
    const refused = { code: 'notice_not_authentic', status: 400 };
    await expect(receive(notice)).rejects.toMatchObject(refused);
  }
  expect(await stored(reference)).toEqual([]);
});

test('an authentic notice that the bank does not confirm books nothing, and is asked about again', async () => {
  const { ref, number } = await seedVirtualAccount();
  const reference = await bank.credit({
    ...{ number, amount: '6800', queryAnswer: 'absent', queryTimes: 2 },
  });
  const [noticeId = ''] = await take(reference, 1);
  for (let times = 0; times < 2; times += 1) {
    await expect(processNotice({ noticeId })).rejects.toThrow('not confirmed');
    expect(await balance(ref)).toBe(0n);
    expect(await resultOf(noticeId)).toBeUndefined();
  }
  await processNotice({ noticeId });
  expect(await balance(ref)).toBe(6_800n);
});

test('while the bank gives no answer nothing is booked', async () => {
  const { ref, number } = await seedVirtualAccount();
  const reference = await bank.credit({ number, amount: '6800', queryAnswer: 'drop' });
  const [noticeId = ''] = await take(reference, 1);
  await expect(processNotice({ noticeId })).rejects.toThrow('not confirmed');
  expect(await balance(ref)).toBe(0n);
});

test('a notice with another amount is noticed, and the bank’s own record is booked', async () => {
  const { ref, number } = await seedVirtualAccount();
  const reference = await bank.credit({ number, amount: '6800', noticeAmount: '680000' });
  const [noticeId = ''] = await take(reference, 1);
  await processNotice({ noticeId });
  expect(await balance(ref)).toBe(6_800n);
  expect(await resultOf(noticeId)).toBe('content_differs');
});

test('money for a number nobody has goes to suspense, and the notice is done with', async () => {
  const reference = await bank.credit({ number: '8800000000000000', amount: '6800' });
  const [noticeId = ''] = await take(reference, 1);
  await processNotice({ noticeId });
  expect(await resultOf(noticeId)).toBe('suspense');
  const where = { bankReference: reference };
  expect(await db().suspenseCase.findUnique({ where })).toMatchObject({ amountMinor: 6_800n });
});

test('one reference with other content is for a person: it books nothing and is not tried again', async () => {
  const [one, other] = [await seedVirtualAccount(), await seedVirtualAccount()];
  const credit = {
    ...{ bankReference: 'CRCONFLICT000001', number: one.number, amount: cny(6_800n) },
    ...{ payerName: '王五', payerAccount: '6222', remark: '', at: new Date() },
  };
  expect(await settleBankCredit(credit)).toBe('credited');
  expect(await settleBankCredit(credit)).toBe('repeated');
  expect(await settleBankCredit({ ...credit, number: other.number })).toBe('refused');
  expect(await settleBankCredit({ ...credit, amount: cny(1n) })).toBe('refused');
  expect([await balance(one.ref), await balance(other.ref)]).toEqual([6_800n, 0n]);
});

test('a payout’s notice has the bank asked, and the answer settles the payout', async () => {
  const owner = await seedOwner();
  await bank.script({ amount: '7001' }, { outcome: 'stay' }, 1);
  const { payoutId, state } = await withdraw(owner, 7_001n);
  expect(state).toBe('accepted');
  const { channelOrderNo } = await getPayout({ payoutId, account: owner.account });
  await bank.decide(channelOrderNo, 'succeed');
  const [noticeId = ''] = await take(channelOrderNo, 1);
  await processNotice({ noticeId });
  const stateNow = async () => (await getPayout({ payoutId, account: owner.account })).state;
  expect(await stateNow()).toBe('succeeded');

  await bank.decide(channelOrderNo, 'return');
  await bank.notices(channelOrderNo, 2);
  const [, returned = ''] = await take(channelOrderNo, 2);
  await processNotice({ noticeId: returned });
  expect(await stateNow()).toBe('returned');
  expect(await balance(owner.account)).toBe(100_000n);
});

test('an authentic word that a payout succeeded settles nothing while the bank itself says otherwise', async () => {
  const owner = await seedOwner();
  await bank.script({ amount: '7002' }, { outcome: 'stay' }, 1);
  const { payoutId } = await withdraw(owner, 7_002n);
  const { channelOrderNo } = await getPayout({ payoutId, account: owner.account });
  const word = { payoutNo: channelOrderNo, state: 'succeeded', reference: 'PO1', amount: '7002' };
  await receive(bank.notice({ type: 'payout', ...word, reference: 'PO2026112100000001' }));
  const [notice] = await stored(channelOrderNo);
  await processNotice({ noticeId: String(notice?.id) });
  expect((await getPayout({ payoutId, account: owner.account })).state).toBe('accepted');
});

test('a notice about a payout that is not ours is kept and does nothing', async () => {
  const word = { payoutNo: 'wnosuchpayout01', state: 'failed', amount: '1', reason: 'declined' };
  await receive(bank.notice({ type: 'payout', ...word }));
  const [notice] = await stored(word.payoutNo);
  await processNotice({ noticeId: String(notice?.id) });
  expect(await resultOf(String(notice?.id))).toBe('asked');
});

test('what is stored names neither payer nor number in the clear, and keeps the vouching headers only', async () => {
  const { number } = await seedVirtualAccount();
  const reference = await bank.credit({ number, amount: '1', payerName: '欧阳某某' });
  await take(reference, 1);
  const [notice] = await stored(reference);
  expect(Buffer.from(notice?.sealedBody ?? []).includes('欧阳')).toBe(false);
  const names = Object.keys(Object(notice?.headers)).sort();
  expect(names).toEqual(['x-bank-signature', 'x-bank-timestamp']);
});

test('no browser comes back from the bank', async () => {
  const back = receiveReturn({ channel: 'bank', body: Buffer.from('a=1') });
  await expect(back).rejects.toMatchObject({ code: 'not_found' });
});
