import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';
import { hasUnknown, selectDiversion } from './chain-store';
import { findHoldCode } from './find-hold-code';
import { leftOf, paidBy, splitRefund, totalOf } from './part-rules';
import type { Refund } from './refund';
import { decideRoute } from './route-rules';
import { sumReturned } from './store';
import { waysBack } from './ways-back';

/** What of a refund goes by one route. */
export type PlannedPart = Pick<Refund, 'route' | 'amount' | 'divertCause' | 'channelCode'>;

/**
 * How so much of a payment would go back now, all that is left unless given: first what its balance paid,
 * then what its channel carried. The caller holds the order, or only wants to know.
 *
 * @throws Refusal line_not_positive, refund_in_doubt, refund_exceeds_payment {left}, refund_balance_closed {left},
 * refund_may_be_back
 */
export async function planRefund(
  tx: Tx,
  attempt: Attempt,
  asked: Money | undefined,
): Promise<PlannedPart[]> {
  const paid = paidBy(attempt);
  const returned = await sumReturned(tx, attempt.id);
  const leftBy = leftOf(paid, returned);
  const left = cny(totalOf(leftBy));
  if (asked && asked.amountMinor < 1n) throw new Refusal('line_not_positive');
  const { amountMinor } = asked ?? left;
  if (amountMinor < 1n || amountMinor > left.amountMinor) {
    throw new Refusal('refund_exceeds_payment', { left: formatMoney(left) });
  }
  // Whether the one before has gone back, nobody knows: then nobody knows what is left, either.
  if (await hasUnknown(tx, attempt.id)) throw new Refusal('refund_in_doubt');
  const mixed = leftBy.balanceMinor > 0n && paid.channelMinor > 0n;
  const balanceGone = mixed && (await isBalanceClosed(tx, attempt));
  if (balanceGone && amountMinor > leftBy.channelMinor) {
    throw new Refusal('refund_balance_closed', { left: formatMoney(cny(leftBy.channelMinor)) });
  }
  const { balanceMinor, channelMinor } = balanceGone
    ? { balanceMinor: 0n, channelMinor: amountMinor }
    : splitRefund(amountMinor, paid, returned);
  const parts: PlannedPart[] = [];
  if (balanceMinor > 0n) parts.push({ ...TO_BALANCE, amount: cny(balanceMinor) });
  if (channelMinor > 0n) {
    const returnedMinor = returned.channelMinor;
    parts.push(await planChannelPart(tx, attempt, { amountMinor: channelMinor, returnedMinor }));
  }
  return parts;
}

const TO_BALANCE = { route: 'balance', divertCause: null, channelCode: null } as const;

/**
 * How a part that the channel carried goes back now. Where one refund of the payment could not go back that
 * way for good, none is tried any more; where the window is over, none at all. By transfer nothing goes of
 * what the channel once said may have gone back already.
 *
 * @throws Refusal refund_exceeds_payment {left}, refund_may_be_back
 */
export async function planChannelPart(
  tx: Tx,
  attempt: Attempt,
  { amountMinor, returnedMinor }: { amountMinor: bigint; returnedMinor: bigint },
): Promise<PlannedPart> {
  const amount = cny(amountMinor);
  const locked = await selectDiversion(tx, attempt.id);
  if (locked) {
    const { divertCause, channelCode } = locked;
    return byTransfer(tx, attempt, { amount, divertCause, channelCode });
  }
  const decision = decideRoute({
    amountMinor,
    paidMinor: paidBy(attempt).channelMinor,
    returnedMinor,
    ways: await waysBack(tx, attempt),
  });
  if ('refused' in decision && decision.refused === 'refund_window_over') {
    return byTransfer(tx, attempt, { amount, divertCause: 'window_over', channelCode: null });
  }
  if ('refused' in decision) throw new Refusal(decision.refused, { left: formatMoney(amount) });
  return { route: decision.route, amount, divertCause: null, channelCode: null };
}

async function byTransfer(
  tx: Tx,
  { id: attemptId, channel }: Attempt,
  part: Omit<PlannedPart, 'route'>,
): Promise<PlannedPart> {
  const code = await findHoldCode(tx, { attemptId, channel });
  if (code) throw new Refusal('refund_may_be_back', { attemptId, code });
  return { route: 'transfer', ...part };
}

/** An account that was closed stays so: what it paid cannot go back to it. */
async function isBalanceClosed(tx: Tx, { id, customerId }: Attempt): Promise<boolean> {
  const owner = present(customerId, `whose balance paid a part of ${id}`);
  const account = await findLedgerAccount({ subject: 'customer_balance', owner }, tx);
  return account?.state === 'closed';
}
