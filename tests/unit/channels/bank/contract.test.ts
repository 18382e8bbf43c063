import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  PayoutAdapter,
  PayoutOutcome,
  PayoutQuery,
  PayoutRequest,
} from '@/lib/channels/payout-port';
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

const AMOUNT = cny(123_456n);
type Payout = PayoutRequest & PayoutQuery;
const request = (change: Partial<PayoutRequest> = {}): Payout => ({
  channelOrderNo: `w${randomBytes(12).toString('hex')}`,
  amount: AMOUNT,
  cardNo: '6200000000000005',
  name: '张三',
  requestedAt: new Date(),
  askedAt: new Date(),
  ...change,
});
/** Asks until it is no longer "accepted"; the limit of the test is the limit of the patience. */
async function decided(about: Payout): Promise<PayoutOutcome> {
  const outcome = await adapter.query(about);
  return outcome.kind === 'accepted' ? decided(about) : outcome;
}
async function scripted(behaviour: object): Promise<Payout> {
  const payout = request();
  await rail.script({ payoutNo: payout.channelOrderNo }, behaviour, 1);
  return payout;
}
const read = (notice: ToldNotice, receivedAt = new Date()) =>
  adapter.readNotice({ ...notice, receivedAt });

describe('payouts', () => {
  test('a payout is accepted with a reference, and then told as a success of its exact amount', async () => {
    const payout = request();
    const sent = await adapter.send(payout);
    expect(sent).toMatchObject({
      kind: 'accepted',
      amount: AMOUNT,
      channelRef: expect.stringMatching(/^PO/),
    });
    const asked = await decided(payout);
    expect(asked).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
    expect(asked).toMatchObject({ channelRef: (sent as { channelRef: string }).channelRef });
  });

  test('a repeated request is the same payout, in its state of today', async () => {
    const payout = request();
    const first = await adapter.send(payout);
    await decided(payout);
    const again = await adapter.send(payout);
    expect(again).toMatchObject({ kind: 'succeeded' });
    expect(again).toMatchObject({ channelRef: (first as { channelRef: string }).channelRef });
  });

  test('another content under a number in use is unknown: something was paid out under it', async () => {
    const payout = request();
    await adapter.send(payout);
    for (const change of [{ amount: cny(1n) }, { name: '李四' }, { cardNo: '6222000000000009' }]) {
      expect(await adapter.send({ ...payout, ...change })).toMatchObject({ kind: 'unknown' });
    }
    expect(await decided(payout)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
  });

  test.each([
    ['a card with a wrong check digit', { cardNo: '6200000000000006' }, 'card_invalid'],
    ['a card of no bank of ours', { cardNo: '4111111111111111' }, 'card_invalid'],
    ['a card of somebody else', { name: '李四' }, 'name_mismatch'],
  ])('%s fails, with the reason', async (_name, change, reason) => {
    const payout = request(change);
    const sent = await adapter.send(payout);
    const outcome = sent.kind === 'accepted' ? await decided(payout) : sent;
    expect(outcome).toMatchObject({ kind: 'failed', reason });
  });

  test('a request the bank cannot read is rejected, and it has nothing of the number', async () => {
    const payout = request({ name: ' ' });
    const rejected = { kind: 'failed', reason: 'rejected_request' };
    expect(await adapter.send(payout)).toMatchObject(rejected);
    const absent = { kind: 'failed', reason: 'not_received' };
    expect(await adapter.query(payout)).toMatchObject(absent);
  });

  test('one that fails later is accepted first and failed then', async () => {
    const payout = await scripted({ outcome: 'fail', reason: 'limit_exceeded' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'accepted' });
    expect(await decided(payout)).toMatchObject({ kind: 'failed', reason: 'limit_exceeded' });
  });

  test('one that comes back was a success, and then returned', async () => {
    const payout = await scripted({ outcome: 'return' });
    await adapter.send(payout);
    const notices = await rail.notices(payout.channelOrderNo, 2);
    const kinds = notices.map((notice) => {
      const { body } = read(notice);
      return body.type === 'payout' && body.outcome.kind;
    });
    expect(kinds).toEqual(['succeeded', 'returned']);
    expect(await adapter.query(payout)).toMatchObject({ kind: 'returned', reason: 'card_invalid' });
  });

  test('one that stays accepted is never called anything else', async () => {
    const payout = await scripted({ outcome: 'stay' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'accepted' });
    expect(await adapter.query(payout)).toMatchObject({ kind: 'accepted' });
    await rail.decide(payout.channelOrderNo, 'succeed');
    expect(await adapter.query(payout)).toMatchObject({ kind: 'succeeded' });
  });

  test('a request that got lost is unknown, then known as not received, and goes out again', async () => {
    const payout = await scripted({ lose: 'request' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'unknown', cause: 'transport' });
    expect(await adapter.query(payout)).toMatchObject({ kind: 'failed', reason: 'not_received' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'accepted' });
  });

  test('a lost answer is unknown, and a question under the number finds the payout', async () => {
    const payout = await scripted({ lose: 'reply' });
    expect(await adapter.send(payout)).toMatchObject({ kind: 'unknown', cause: 'transport' });
    expect(await decided(payout)).toMatchObject({ kind: 'succeeded', amount: AMOUNT });
  });

  test('a bank that is not there got nothing, and a question to it decides nothing', async () => {
    const gone = await rail.unreachable();
    const sent = await gone.send(request());
    expect(sent).toMatchObject({ kind: 'failed', reason: 'not_received' });
    const asked = await gone.query(request());
    expect(asked).toMatchObject({ kind: 'unknown', cause: 'transport' });
  });

  test('an answer about another amount than we asked for decides nothing', async () => {
    const payout = request();
    await adapter.send(payout);
    const other = await adapter.query({ ...payout, amount: cny(123_457n) });
    expect(other).toMatchObject({ kind: 'unknown', cause: 'unreadable' });
  });

  test('evidence names neither the card nor its holder', async () => {
    const payout = request();
    const outcomes = [await adapter.send(payout), await decided(payout)];
    const kept = JSON.stringify(outcomes.map(({ evidence }) => evidence));
    expect(kept).toContain(payout.channelOrderNo);
    expect(kept).not.toMatch(/6200000000000005|张三/);
  });

  test.each([0n, -1n, 10n ** 19n])('an amount of %s fen never leaves', async (amountMinor) => {
    const tooMuch = request({ amount: cny(amountMinor) });
    await expect(adapter.send(tooMuch)).rejects.toThrow(RangeError);
  });
});

describe('credits', () => {
  test('what came in can be asked for by its reference, and a notice tells the same', async () => {
    const input = { number: '8800000000000018', amount: '6800', payerName: '王五', remark: '充值' };
    const bankReference = await rail.credit(input);
    const answer = await adapter.queryCredit({ bankReference });
    expect(answer).toMatchObject({
      kind: 'found',
      credit: { bankReference, number: input.number, amount: cny(6800n), payerName: '王五' },
    });
    const [notice] = await rail.notices(bankReference, 1);
    const told = notice && read(notice);
    expect(told?.channelOrderNo).toBe(bankReference);
    expect(told?.body).toEqual({ type: 'credit', ...(answer as { credit: object }).credit });
  });

  test('a reference the bank does not know is absent, and no answer is no answer', async () => {
    const unknown = await adapter.queryCredit({ bankReference: 'CR20261121nothing' });
    expect(unknown).toMatchObject({ kind: 'absent' });
    const bankReference = await rail.credit({ number: '88', amount: '1', queryAnswer: 'drop' });
    const lost = await adapter.queryCredit({ bankReference });
    expect(lost).toMatchObject({ kind: 'unknown', cause: 'transport' });
    const gone = await rail.unreachable();
    expect(await gone.queryCredit({ bankReference })).toMatchObject({ kind: 'unknown' });
  });

  test('credits are listed from a moment on, oldest first, page by page and each once', async () => {
    const number = `99${Date.now()}`;
    const since = new Date(Date.now() - 1);
    const made: string[] = [];
    for (let count = 0; count < 201; count += 1) {
      made.push(await rail.credit({ number, amount: '1', notice: 'none' }));
    }
    const first = await adapter.listCredits({ since });
    if (first.kind !== 'listed' || !first.next) throw new Error('one page is not all');
    const rest = await adapter.listCredits({ since, after: first.next });
    if (rest.kind !== 'listed') throw new Error('no rest');
    expect(rest.next).toBeNull();
    const listed = [...first.credits, ...rest.credits].filter((one) => one.number === number);
    expect(listed.map((one) => one.bankReference)).toEqual(made);
    const later = await adapter.listCredits({ since: new Date(Date.now() + 60_000) });
    expect(later).toEqual({ kind: 'listed', credits: [], next: null });
  });
});

describe('who is who', () => {
  test('a person with a valid number is known; a wrong name, digit, birthday or phone is not', async () => {
    const verdict = async (name: string, idNo: string, phone = '13912345678') =>
      (await adapter.verifyIdentity({ name, idNo, phone })).kind;
    expect(await verdict('张三', '110101199003070038')).toBe('match');
    expect(await verdict('王小明', '440306199202280045')).toBe('match');
    expect(await verdict('李四', '110101199003070038')).toBe('mismatch');
    expect(await verdict('王不符', '440306199202280045')).toBe('mismatch');
    expect(await verdict('王小明', '440306199202280046')).toBe('mismatch');
    expect(await verdict('王小明', '440306199102290043')).toBe('mismatch');
    expect(await verdict('Wang', '440306199202280045')).toBe('mismatch');
    expect(await verdict('王小明', '440306199202280045', '13912340000')).toBe('mismatch');
  });

  test('a card of one’s own matches and names its bank, five of them and more', async () => {
    const person = { name: '王小明', idNo: '440306199202280045' };
    const banks = new Set<string>();
    for (const cardNo of ['6222000000000009', '6217000000000006', '6214000000000009']) {
      const verdict = await adapter.verifyCard({ ...person, cardNo });
      if (verdict.kind === 'match') banks.add(verdict.bankName);
    }
    for (const cardNo of ['6228000000000003', '6225000000000006']) {
      const verdict = await adapter.verifyCard({ ...person, cardNo });
      if (verdict.kind === 'match') banks.add(verdict.bankName);
    }
    expect(banks.size).toBe(5);
    for (const cardNo of ['6200000000000005', '6222000000000008', '4111111111111111', '62']) {
      expect(await adapter.verifyCard({ ...person, cardNo })).toMatchObject({ kind: 'mismatch' });
    }
  });

  test('a bank that is not there says nothing about anybody', async () => {
    const gone = await rail.unreachable();
    const person = { name: '张三', idNo: '110101199003070038', phone: '13800138000' };
    expect(await gone.verifyIdentity(person)).toMatchObject({ kind: 'unknown' });
    const card = { ...person, cardNo: '6200000000000005' };
    expect(await gone.verifyCard(card)).toMatchObject({ kind: 'unknown' });
  });
});
