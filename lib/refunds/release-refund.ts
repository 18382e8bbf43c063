import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { formatMoney } from '@/lib/money/format-money';
import type { Attempt } from '@/lib/payments/attempt';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import { eventOf } from './begin-rules';
import { bookToBalance } from './book-refund';
import { bookStarted, carryByCase } from './book-started';
import { hasQueued, hasUnknown, lockParts } from './chain-store';
import { firstAskAt } from './first-ask';
import { type PlannedPart, planChannelPart } from './plan-refund';
import type { Refund } from './refund';
import { moveRefund, selectRefund, sumReturned } from './store';
import { takeFunds } from './take-funds';

/** What became of one that waited: it goes (and what has to be sent), or waits for its merchant's money. */
export type Released = { kind: 'gone'; toSend?: Refund } | { kind: 'short' };

/**
 * Carries out a refund that waited, for its merchant's word or for money: its money is taken now unless it
 * was set aside, and each part goes by the way that is open now. Short of money it waits on, or is refused,
 * as its merchant wants. The caller sends `toSend`, after the commit.
 *
 * @throws Refusal state_conflict, refund_in_doubt, merchant_funds_short {left}, account_closed (the balance)
 */
export async function releaseRefund(
  tx: Tx,
  {
    refundId,
    from,
    actor,
    cause,
  }: { refundId: string; from: 'requested' | 'queued'; actor: string; cause: string },
): Promise<Released> {
  const { attemptId } = await selectRefund(refundId, tx);
  const attempt = await lockAttempt(tx, attemptId);
  const parts = await lockParts(tx, refundId);
  if (parts.length === 0 || parts.some(({ state }) => state !== from)) {
    throw new Refusal('state_conflict', { refundId });
  }
  if (await hasUnknown(tx, attemptId)) throw new Refusal('refund_in_doubt');
  const decided =
    from === 'requested' ? { decidedBy: actor, decidedAt: await databaseNow(tx) } : {};
  const funded = await fund(tx, parts);
  if (!funded) {
    if (from === 'requested') {
      for (const part of parts) {
        await moveRefund(tx, part, { event: 'queue', actor, cause, set: decided });
      }
    }
    return { kind: 'short' };
  }
  const gone: Refund[] = [];
  for (const part of funded) gone.push(await start(tx, { part, attempt, actor, cause, decided }));
  await book(tx, gone, attempt, parts);
  const toSend = gone.find(({ state }) => state === 'sent');
  return { kind: 'gone', ...(toSend ? { toSend } : {}) };
}

/** The parts with where their money comes from; undefined where they have to wait on. */
async function fund(tx: Tx, parts: readonly Refund[]): Promise<readonly Refund[] | undefined> {
  const [{ merchantId, takenAt } = { merchantId: '', takenAt: null }] = parts;
  if (takenAt) return parts;
  const amounts = parts.map(({ amount }) => amount);
  const isQueued = parts.some(({ state }) => state === 'queued');
  const taken = await takeFunds(tx, { merchantId, amounts });
  const { refundWhenShort } = await getRefundPolicy(merchantId, tx);
  // Where refunds wait, one that is allowed later waits behind them.
  if (!isQueued && refundWhenShort === 'queue' && (await hasQueued(tx, merchantId)))
    return undefined;
  if (!('short' in taken)) {
    return parts.map((part, index) => ({
      ...part,
      available: taken.available[index] ?? part.available,
    }));
  }
  if (isQueued || refundWhenShort === 'queue') return undefined;
  throw new Refusal('merchant_funds_short', { left: formatMoney(taken.left) });
}

/** Moves one part on its way, by the route that is open at this moment. */
async function start(
  tx: Tx,
  given: {
    part: Refund;
    attempt: Attempt;
    actor: string;
    cause: string;
    decided: { decidedBy?: string; decidedAt?: Date };
  },
): Promise<Refund> {
  const { part, attempt, actor, cause, decided } = given;
  const now = await databaseNow(tx);
  const { route, divertCause, channelCode } = await routeNow(tx, part, attempt);
  const event = eventOf(route, 'go');
  const isSent = event === 'send';
  await moveRefund(tx, part, {
    event,
    actor,
    cause,
    set: {
      ...{ route, divertCause, channelCode, ...decided },
      availableMinor: part.available.amountMinor,
      takenAt: part.takenAt ?? now,
      sentAt: isSent ? now : null,
      nextAskAt: isSent ? firstAskAt(part, now) : null,
    },
  });
  return selectRefund(part.id, tx);
}

async function routeNow(
  tx: Tx,
  part: Refund,
  attempt: Attempt,
): Promise<Pick<PlannedPart, 'route' | 'divertCause' | 'channelCode'>> {
  if (part.route === 'balance') return part;
  const { channelMinor: returnedMinor } = await sumReturned(tx, attempt.id, [part.id]);
  const { amountMinor } = part.amount;
  return planChannelPart(tx, attempt, { amountMinor, returnedMinor });
}

/** What had been set aside is there already; only a balance gets it, or a case carries it on. */
async function book(
  tx: Tx,
  gone: readonly Refund[],
  attempt: Attempt,
  before: readonly Refund[],
): Promise<void> {
  if (before.every(({ takenAt }) => takenAt === null)) {
    await bookStarted(tx, gone, attempt, 'go');
    return;
  }
  const isAll = gone.length === 1;
  for (const part of gone) {
    if (part.route === 'balance')
      await bookToBalance(tx, part, attempt, { isAll, isSetAside: true });
    if (part.state === 'diverted') await carryByCase(tx, part);
  }
}
