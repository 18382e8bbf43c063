import type { ExternalRef } from '@/lib/ledger/chart';
import { cny, type Money, sameMoney } from '@/lib/money/money';
import type { Payout, Withdrawal } from './payout';
import { UNDECIDED } from './states';

/** Far above any balance: whatever is larger is a slip, and would not fit the columns. */
export const MOST_PAYABLE = cny(10n ** 15n - 1n);

/** So long one that takes the place of a merchant's former account waits before it is paid to. */
export const ACCOUNT_WAIT_HOURS = 24;

const LATER_MS = 2 * 3_600_000;
/** A bank may send money back days after it said that it arrived: it is asked daily for a week. */
const RETURN_WATCH_MS = 7 * 86_400_000;
const RETURN_ASK_MS = 86_400_000;

/** What may leave the account: all that is available, less what a card topped up too lately. */
export const withdrawableOf = ({ available, fresh }: { available: Money; fresh: Money }): Money => {
  const rest = available.amountMinor - fresh.amountMinor;
  return cny(rest > 0n ? rest : 0n);
};

/** Is it the same request again? Another one under the same key must not pass for it. */
export const sameRequest = (
  payout: Pick<Withdrawal, 'account' | 'bankCardId' | 'amount'>,
  again: { account: ExternalRef; bankCardId: string; amount: Money },
): boolean =>
  payout.account.subject === again.account.subject &&
  payout.account.owner === again.account.owner &&
  payout.bankCardId === again.bankCardId &&
  sameMoney(payout.amount, again.amount);

/**
 * When the bank is asked next: about an undecided payout by its schedule (seconds after the request)
 * and after that every two hours until the answer is definite; about one that succeeded daily, until
 * nothing can come back any more. Null when there is nothing to ask.
 */
export function nextAskAt({
  payout,
  now,
  scheduleSeconds,
}: {
  payout: Pick<Payout, 'state' | 'requestedAt' | 'finishedAt'>;
  now: Date;
  scheduleSeconds: readonly number[];
}): Date | null {
  if (UNDECIDED.includes(payout.state)) {
    const [soonest] = scheduleSeconds
      .map((seconds) => payout.requestedAt.getTime() + seconds * 1000)
      .filter((at) => at > now.getTime());
    return new Date(soonest ?? now.getTime() + LATER_MS);
  }
  if (payout.state !== 'succeeded' || !payout.finishedAt) return null;
  const at = now.getTime() + RETURN_ASK_MS;
  return at <= payout.finishedAt.getTime() + RETURN_WATCH_MS ? new Date(at) : null;
}
