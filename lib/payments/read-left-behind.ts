import { findHold } from '@/lib/ledger/find-hold';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { lateFate } from './left-behind-rules';

/** The attempts that the shopper moved on from, as the page tells of them. */
export async function readLeftBehind(
  attempts: readonly Attempt[],
  facts: {
    live: Attempt | undefined;
    order: CashierView['order']['state'];
    policy: 'accept' | 'refund' | 'hold';
    /** Whose sums may be told here. */
    own: ReadonlySet<string>;
  },
): Promise<CashierView['leftBehind']> {
  const told = await Promise.all(attempts.map((attempt) => toldOf(attempt, facts)));
  return told.flatMap((one) => one ?? []);
}

async function toldOf(
  attempt: Attempt,
  { live, order, policy, own }: Parameters<typeof readLeftBehind>[1],
): Promise<CashierView['leftBehind'][number] | undefined> {
  const { method, state, payableUntil, surface } = attempt;
  // A QR code that the next one has replaced is nobody's worry while that one is shown.
  if (state === 'superseded' && surface === 'qr' && live?.surface === 'qr') return undefined;
  if (state !== 'superseded' && state !== 'late_succeeded' && state !== 'returned') {
    return undefined;
  }
  const amount = own.has(attempt.id) ? attempt.amount : null;
  const fate = lateFate({ attempt: state, order, policy, part: await partOf(attempt) });
  return { method, state, amount, payableUntil, fate };
}

async function partOf({ balanceHoldId }: Attempt): Promise<'none' | 'held' | 'gone'> {
  if (balanceHoldId === null) return 'none';
  return (await findHold(balanceHoldId))?.state === 'held' ? 'held' : 'gone';
}
