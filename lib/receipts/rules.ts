import type { MethodCode } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import type { ShopperCase } from '@/lib/refund-cases/shopper-case';
import type { RefundRoute } from '@/lib/refunds/route-rules';
import type { RefundState } from '@/lib/refunds/states';
import type { LateMoney, ReceiptRefund, RefundPart, RefundProgress } from './receipt';

/** A refund as it is kept: a part of one, or one that stands in for another, has a row of its own. */
export interface RefundRow {
  id: string;
  attemptId: string;
  cause: 'late_payment' | 'requested';
  route: RefundRoute;
  method: MethodCode;
  amountMinor: bigint;
  state: RefundState;
  merchantRefundNo: string | null;
  partOfId: string | null;
  replacesId: string | null;
  requestedAt: Date;
  endedAt: Date | null;
  declineReason: string | null;
}

const PROGRESS: Record<RefundRow['state'], RefundProgress> = {
  created: 'requested',
  requested: 'asked',
  queued: 'requested',
  sent: 'processing',
  waiting: 'processing',
  unknown: 'processing',
  diverted: 'processing',
  unclaimed: 'processing',
  declined: 'declined',
  succeeded: 'returned',
  failed: 'failed',
};

/** The refunds that were asked for, oldest first, each with its parts; `cases` are of those that are transferred. */
export function refundsOf(
  rows: readonly RefundRow[],
  cases: readonly ShopperCase[] = [],
): ReceiptRefund[] {
  const asked = standing(rows.filter(({ cause }) => cause === 'requested'));
  return asked
    .filter(({ partOfId }) => partOfId === null)
    .map((first) => {
      const all = [first, ...asked.filter(({ partOfId }) => partOfId === first.id)];
      const parts = all.map((row) => ({
        ...partOf(row),
        transfer: cases.find(({ refundId }) => refundId === row.lastId),
      }));
      const ends = all.map(({ endedAt }) => endedAt);
      return {
        id: first.id,
        merchantRefundNo: first.merchantRefundNo,
        amount: cny(all.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)),
        progress: wholeOf(parts),
        requestedAt: first.requestedAt,
        endedAt: ends.every((end) => end !== null) ? latest(ends) : null,
        declineReason: first.declineReason,
        parts,
      };
    });
}

/** What the channel refused tells what became of the one that stands in for it, and so on to the last. */
function standing(rows: readonly RefundRow[]): (RefundRow & { lastId: string })[] {
  const instead = new Map(rows.map((row) => [row.replacesId, row]));
  return rows
    .filter(({ replacesId }) => replacesId === null)
    .map((row) => {
      let last = row;
      // What the channel gave back after all is what became of it, whatever stood in for it.
      for (let next = instead.get(last.id); next && last.state !== 'succeeded'; ) {
        last = next;
        next = instead.get(last.id);
      }
      return { ...row, lastId: last.id, state: last.state, endedAt: last.endedAt };
    });
}

const partOf = ({ route, method, amountMinor, state }: RefundRow): RefundPart => ({
  to: route === 'balance' ? 'balance' : method,
  amount: cny(amountMinor),
  progress: PROGRESS[state],
});

/** Back only when all of it is; no part that failed is talked over by one that went well. */
function wholeOf(parts: readonly RefundPart[]): RefundProgress {
  const is = (progress: RefundProgress) => (part: RefundPart) => part.progress === progress;
  if (parts.every(is('returned'))) return 'returned';
  if (parts.some(is('asked'))) return 'asked';
  if (parts.some(is('declined'))) return 'declined';
  if (parts.some(is('processing'))) return 'processing';
  if (parts.some(is('requested'))) return parts.every(is('requested')) ? 'requested' : 'processing';
  return 'failed';
}

const latest = (times: readonly Date[]): Date =>
  new Date(Math.max(...times.map((time) => time.getTime())));

/** In fen: what has really gone back of what was asked for. */
export const returnedOf = (refunds: readonly ReceiptRefund[]): bigint =>
  refunds
    .flatMap(({ parts }) => parts)
    .filter(({ progress }) => progress === 'returned')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);

export interface LateAttempt {
  id: string;
  method: MethodCode;
  amountMinor: bigint;
  state: 'late_succeeded' | 'returned';
}

/** Late money comes back by a refund of its own; without one that can still succeed, somebody decides. */
export function lateMoneyOf(
  attempts: readonly LateAttempt[],
  rows: readonly RefundRow[],
): LateMoney[] {
  const backs = standing(rows.filter(({ cause }) => cause === 'late_payment'));
  return attempts.map(({ id, method, amountMinor, state }) => {
    const back = backs.find(({ attemptId }) => attemptId === id);
    const onItsWay = back !== undefined && back.state !== 'failed';
    return {
      method,
      amount: cny(amountMinor),
      state: state === 'returned' ? 'returned' : onItsWay ? 'coming_back' : 'held',
    };
  });
}

/** Does one of these phones, masked as 138****8000, end in these four digits? */
export const tailMatches = (tail: string, phonesMasked: readonly (string | null)[]): boolean =>
  phonesMasked.some((phone) => phone?.slice(-4) === tail);
