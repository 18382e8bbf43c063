import { expect, test } from 'vitest';
import { transfer } from '@/app/(gallery)/gallery/_fixtures/claims';
import { refundWord } from '@/components/receipt/refund-word';
import { transferWord } from '@/components/receipt/transfer-progress';
import { cny } from '@/lib/money/money';
import {
  lateMoneyOf,
  type RefundRow,
  refundsOf,
  returnedOf,
  tailMatches,
} from '@/lib/receipts/rules';
import { receiptSearchSchema } from '@/lib/receipts/schema';

const AT = new Date('2026-11-20T12:00:00Z');
const LATER = new Date('2026-11-21T12:00:00Z');
const row = (more: Partial<RefundRow>): RefundRow => ({
  id: 'ref_1',
  attemptId: 'att_1',
  cause: 'requested',
  route: 'refund',
  method: 'card',
  amountMinor: 100n,
  state: 'succeeded',
  merchantRefundNo: 'R1',
  partOfId: null,
  replacesId: null,
  requestedAt: AT,
  endedAt: LATER,
  declineReason: null,
  ...more,
});

test('a refund to a balance and a card is one refund of both, and back only when both are', () => {
  const balance = row({ route: 'balance', amountMinor: 640n, endedAt: AT });
  const card = (state: RefundRow['state']) =>
    row({ id: 'ref_2', partOfId: 'ref_1', amountMinor: 6_160n, state, merchantRefundNo: null });
  const [both] = refundsOf([balance, card('succeeded')]);
  expect(both).toMatchObject({
    amount: cny(6_800n),
    progress: 'returned',
    merchantRefundNo: 'R1',
    endedAt: LATER,
    parts: [
      { to: 'balance', amount: cny(640n), progress: 'returned' },
      { to: 'card', amount: cny(6_160n), progress: 'returned' },
    ],
  });
  const under = refundsOf([balance, { ...card('unknown'), endedAt: null }]);
  expect(under).toMatchObject([{ progress: 'processing', endedAt: null }]);
  expect(returnedOf(under)).toBe(640n);
  expect(refundsOf([balance, card('failed')])).toMatchObject([{ progress: 'failed' }]);
  expect(returnedOf(refundsOf([balance, card('failed')]))).toBe(640n);
});

test('what a payer asks for is the shop’s to decide, and a no is there with its words', () => {
  const words = { state: 'declined', declineReason: '已拆封', endedAt: LATER } as const;
  const [asked, declined] = refundsOf([
    row({ state: 'requested', endedAt: null }),
    row({ id: 'ref_2', ...words }),
  ]);
  expect(asked).toMatchObject({ progress: 'asked', endedAt: null });
  expect(declined).toMatchObject({ progress: 'declined', declineReason: '已拆封', endedAt: LATER });
  const balance = row({ route: 'balance', state: 'requested', endedAt: null });
  const card = row({ id: 'ref_2', partOfId: 'ref_1', state: 'requested', endedAt: null });
  expect(refundsOf([balance, card])).toMatchObject([{ progress: 'asked' }]);
  expect(returnedOf(refundsOf([balance, card, row({ id: 'ref_3', ...words })]))).toBe(0n);
});

test('an undo, the refund in its place and the transfer in that one’s are one refund with the last one’s end', () => {
  const rows = [
    row({ route: 'undo', state: 'failed', endedAt: AT }),
    row({ id: 'ref_2', replacesId: 'ref_1', state: 'failed', endedAt: AT }),
    row({ id: 'ref_3', replacesId: 'ref_2', route: 'transfer', state: 'diverted', endedAt: null }),
  ];
  expect(refundsOf(rows)).toMatchObject([{ id: 'ref_1', progress: 'processing', endedAt: null }]);
  const paidOut = rows.with(2, row({ ...rows[2], state: 'succeeded', endedAt: LATER }));
  expect(refundsOf(paidOut)).toMatchObject([{ progress: 'returned', endedAt: LATER }]);
});

test('of a refund that failed by one of its two ways, the page says that a part of it did', () => {
  const failed = row({ id: 'ref_2', partOfId: 'ref_1', state: 'failed' });
  const words = (rows: RefundRow[]) => refundsOf(rows).map(refundWord);
  expect(words([row({ route: 'balance' }), failed])).toEqual(['partly']);
  expect(words([row({ state: 'failed' }), failed])).toEqual(['failed']);
  expect(words([row({ route: 'balance' }), { ...failed, state: 'succeeded' }])).toEqual([
    'returned',
  ]);
});

test('a refund whose answer was lost is being processed, never failed', () => {
  const progress = (state: RefundRow['state']) => refundsOf([row({ state })])[0]?.progress;
  expect(progress('created')).toBe('requested');
  for (const state of ['sent', 'waiting', 'unknown'] as const) {
    expect(progress(state)).toBe('processing');
  }
  expect(progress('failed')).toBe('failed');
});

test('an undo that was refused tells what became of the refund in its place, once', () => {
  const undone = row({ route: 'undo', state: 'failed', endedAt: AT });
  const instead = row({ id: 'ref_2', replacesId: 'ref_1', state: 'waiting', endedAt: null });
  expect(refundsOf([undone, instead])).toMatchObject([
    { id: 'ref_1', amount: cny(100n), progress: 'processing', endedAt: null },
  ]);
  expect(refundsOf([undone, { ...instead, state: 'succeeded', endedAt: LATER }])).toMatchObject([
    { progress: 'returned', endedAt: LATER },
  ]);
});

test('late money comes back, has come back, or waits for somebody; it is no refund that was asked for', () => {
  const late = { id: 'att_9', method: 'quickpass' as const, amountMinor: 100n };
  const back = row({ attemptId: 'att_9', cause: 'late_payment', state: 'sent', endedAt: null });
  const arrived = [{ ...late, state: 'late_succeeded' as const }];
  expect(refundsOf([back])).toEqual([]);
  expect(lateMoneyOf(arrived, [])).toMatchObject([{ state: 'held', amount: cny(100n) }]);
  expect(lateMoneyOf(arrived, [back])).toMatchObject([{ state: 'coming_back' }]);
  expect(lateMoneyOf(arrived, [{ ...back, state: 'failed' }])).toMatchObject([{ state: 'held' }]);
  expect(lateMoneyOf([{ ...late, state: 'returned' }], [back])).toMatchObject([
    { state: 'returned' },
  ]);
});

test('a tail is the last four digits of a phone that is known, and of nothing else', () => {
  expect(tailMatches('8000', ['139****1234', null, '138****8000'])).toBe(true);
  expect(tailMatches('8000', ['138****8001', null])).toBe(false);
  expect(tailMatches('8000', [])).toBe(false);
});

test('numbers are read as people type them, and nothing else gets near the database', () => {
  const read = (orderNo: string, tail: string) => receiptSearchSchema.safeParse({ orderNo, tail });
  expect(read(' ord_01jd ', '８０００').data).toEqual({ orderNo: 'ord_01jd', tail: '8000' });
  for (const tail of ['', '800', '80000', '****', '8a00']) {
    expect(read('A1', tail).success).toBe(false);
  }
  for (const orderNo of ['', "A1'; DROP", 'x'.repeat(65), '订单', 'A\u0000']) {
    expect(read(orderNo, '8000').success).toBe(false);
  }
});

test('a refund that is transferred in the place of a refused one shows how far that is, and no other does', () => {
  const chain = [
    row({ route: 'undo', state: 'failed' }),
    row({ id: 'ref_2', replacesId: 'ref_1', state: 'failed' }),
    row({ id: 'ref_3', replacesId: 'ref_2', route: 'transfer', state: 'diverted', endedAt: null }),
  ];
  const other = row({ id: 'ref_9', state: 'failed' });
  const [transferred, failed] = refundsOf([...chain, other], [transfer({ refundId: 'ref_3' })]);
  expect(transferred).toMatchObject({
    id: 'ref_1',
    progress: 'processing',
    endedAt: null,
    parts: [{ transfer: { refundId: 'ref_3' } }],
  });
  expect(failed?.parts[0]?.transfer).toBeUndefined();
});

test('of a transferred refund one sentence says what is so, whatever became of it', () => {
  const word = (changes: Parameters<typeof transfer>[0]) => transferWord(transfer(changes));
  expect(word({})).toBe('open');
  expect(word({ again: 'sentBack' })).toBe('sentBack');
  expect(word({ again: 'rejected' })).toBe('rejected');
  expect([word({ state: 'claimed' }), word({ state: 'proposed' })]).toEqual(['review', 'review']);
  expect(word({ state: 'paid', endedAs: 'card' })).toBe('paid');
  expect(word({ state: 'paid', endedAs: 'balance' })).toBe('paidBalance');
  for (const endedAs of ['balance', 'merchant', 'suspense', 'original'] as const) {
    expect(word({ state: 'closed', endedAs })).toBe(endedAs);
  }
});
