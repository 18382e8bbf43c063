import { cny } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';
import type { AskedRefund, Refund } from './refund';
import { ENDED_WITHOUT, UNDECIDED } from './states';

/** Of a payment by two hands, what each of them paid or gets back, in fen. */
export interface Sums {
  balanceMinor: bigint;
  channelMinor: bigint;
}

/** Who paid how much of it: our own ledger, a channel, or both. */
export const paidBy = ({
  channel,
  amount,
  balance,
}: Pick<Attempt, 'channel' | 'amount' | 'balance'>): Sums =>
  channel === 'balance'
    ? { balanceMinor: amount.amountMinor, channelMinor: 0n }
    : { balanceMinor: balance.amountMinor, channelMinor: amount.amountMinor };

export const totalOf = ({ balanceMinor, channelMinor }: Sums): bigint =>
  balanceMinor + channelMinor;

/** What of a payment each hand has not got back yet; nothing where a channel gave more back than it should. */
export const leftOf = (paid: Sums, returned: Sums): Sums => ({
  balanceMinor: atLeastZero(paid.balanceMinor - returned.balanceMinor),
  channelMinor: atLeastZero(paid.channelMinor - returned.channelMinor),
});

const atLeastZero = (minor: bigint): bigint => (minor > 0n ? minor : 0n);

/**
 * The stated order of giving back: first to the balance, as far as it paid and has not got back yet,
 * then by the way the rest came. What is more than the payment is asked of the channel, which refuses.
 */
export function splitRefund(amountMinor: bigint, paid: Sums, returned: Sums): Sums {
  const room = paid.balanceMinor - returned.balanceMinor;
  const balanceMinor = amountMinor < room ? amountMinor : room;
  return { balanceMinor, channelMinor: amountMinor - balanceMinor };
}

/**
 * What became of a refund: the last of those that stood in for it decides, unless the channel gave an
 * earlier one back after all. `instead` is by what each replaces.
 */
export function standingOf(asked: Refund, instead: ReadonlyMap<string | null, Refund>): Refund {
  const next = asked.state === 'succeeded' ? undefined : instead.get(asked.id);
  return next ? standingOf(next, instead) : asked;
}

/**
 * The refunds that were asked for, out of rows that hold whatever stands in for them, too: one that the channel
 * refused stays the refund that was asked for, and one that goes back in two parts is one refund.
 */
export function askedOf(rows: readonly Refund[]): AskedRefund[] {
  const instead = new Map(rows.map((refund) => [refund.replacesId, refund]));
  const asked = rows.filter(({ replacesId }) => replacesId === null);
  return asked
    .filter(({ partOfId }) => partOfId === null)
    .map((refund) => {
      const parts = [refund, ...asked.filter(({ partOfId }) => partOfId === refund.id)];
      return asAsked(
        refund,
        parts.map((part) => standingOf(part, instead)),
      );
    });
}

/**
 * One refund from its parts, each as whatever stood in for it has fared: undecided while one part is,
 * failed (or declined) when one definitely is, succeeded when all are.
 */
export function asAsked(asked: Refund, parts: readonly Refund[]): AskedRefund {
  const deciding =
    parts.find(({ state }) => UNDECIDED.includes(state)) ??
    parts.find(({ state }) => ENDED_WITHOUT.includes(state)) ??
    parts.find(({ state }) => state === 'unclaimed') ??
    parts.at(-1) ??
    asked;
  const { route, state, failureReason, divertCause, channelCode, declineReason } = deciding;
  return {
    ...asked,
    ...{ route, state, failureReason, divertCause, channelCode, declineReason },
    amount: sumOf(parts),
    returned: sumOf(parts.filter((part) => part.state === 'succeeded')),
    parts: parts.map((part) => ({ route: part.route, amount: part.amount, state: part.state })),
  };
}

const sumOf = (parts: readonly Pick<Refund, 'amount'>[]) =>
  cny(parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n));
