import { expect, test } from 'vitest';
import type { Outcome } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import { decideNotice } from '@/lib/webhooks/notice-rules';

const evidence = {};
const paid = (fen: bigint): Outcome => ({
  kind: 'succeeded',
  channelRef: '321804041753096282028',
  amount: cny(fen),
  evidence,
});
const pending: Outcome = { kind: 'pending', next: { type: 'wait' }, evidence };
const unknown: Outcome = { kind: 'unknown', cause: 'timeout', evidence };
const failed: Outcome = { kind: 'failed', reason: 'declined', evidence };

test.each([
  ['what the channel confirms with the same amount is confirmed', paid(100n), 'confirmed'],
  [
    'a notice of another amount than the channel’s answer is found out',
    paid(99n),
    'amount_differs',
  ],
  ['an answer that denies what its notice said is found out', failed, 'contradicted'],
  ['an answer that is still open is asked for again', pending, 'ask_again'],
  ['an answer that got lost is asked for again', unknown, 'ask_again'],
  ['an attempt that is final already is settled late', undefined, 'settle_late'],
])('%s', (_title, answer, decision) => {
  expect(decideNotice(paid(100n), answer)).toBe(decision);
});

test.each([
  [pending, paid(100n)],
  [failed, undefined],
  [unknown, failed],
])('a notice that reports no success is never acted on by itself', (notice, answer) => {
  expect(decideNotice(notice, answer)).toBe('asked');
});
