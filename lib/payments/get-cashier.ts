import { findAgreement } from '@/lib/agreements/find-agreement';
import { viewOf } from '@/lib/agreements/view-rules';
import { findUser } from '@/lib/auth/find-user';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inSnapshot } from '@/lib/core/unit-of-work';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { signedReturnUrl } from '@/lib/orders/sign-return';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { findOffers } from './find-offers';
import { listOwnCards } from './list-own-cards';
import { renewAt } from './rules';
import { LIVE } from './states';
import { selectAttempts } from './store';

/** All that the page shows, read at one moment. Refuses order_not_found. */
export async function getCashier({
  token,
  userId,
  host,
}: {
  token: string;
  userId: string | null;
  host: HostFacts;
}): Promise<CashierView> {
  const { order, attempts, now } = await readStory(token);
  const [merchant, user] = await Promise.all([
    getMerchant(order.merchantId),
    userId ? findUser(userId) : undefined,
  ]);
  const live = attempts.find((attempt) => LIVE.includes(attempt.state));
  const paidBy = attempts.find((attempt) => attempt.id === order.paidAttemptId);
  // The expiry job may be a moment behind the clock; the page is not.
  const state = order.state === 'open' && !live && order.expiresAt <= now ? 'expired' : order.state;
  const newest = attempts.at(-1);
  const choosing = state === 'open' && !live;
  const offers = choosing ? await findOffers(order, merchant, { userId, host }) : [];
  const takesCards = offers.some(({ method, available }) => method === 'card' && available);
  return {
    now,
    order: {
      id: order.id,
      merchantOrderNo: order.merchantOrderNo,
      subject: order.subject,
      amount: order.amount,
      state,
      expiresAt: order.expiresAt,
      paidAt: order.paidAt,
    },
    merchant: { name: merchant.name, nameEn: merchant.nameEn, accentColor: merchant.accentColor },
    shopper: user?.phoneMasked ? { phoneMasked: user.phoneMasked } : null,
    offers,
    cards: takesCards && userId ? await listOwnCards({ merchantId: order.merchantId, userId }) : [],
    live: live ? await liveView(live, now) : null,
    paid: paidBy ? await paidView(paidBy, now) : null,
    leftBehind: leftBehind(attempts, live),
    lastFailure:
      newest?.state === 'failed' && newest.failureReason
        ? { method: newest.method, reason: failureReason(newest) }
        : null,
    returnUrl: await signedReturnUrl(order, state),
  };
}

/** An order and its attempts as of one moment: a payment may settle while the page is being made. */
const readStory = (token: string) =>
  inSnapshot(async (tx) => {
    const order = await findOrderByToken(token, tx);
    if (!order) throw new Refusal('order_not_found');
    const attempts = await selectAttempts(order.id, tx);
    return { order, attempts, now: await databaseNow(tx) };
  });

async function liveView(live: Attempt, now: Date): Promise<CashierView['live']> {
  const { method, requestedAt, payableUntil, nextStep, surface, hostResult } = live;
  const state = live.state === 'waiting' || live.state === 'unknown' ? live.state : 'sent';
  const agreement = live.agreementId ? await findAgreement(live.agreementId) : undefined;
  return {
    method,
    state,
    requestedAt,
    payableUntil,
    nextStep: payableUntil > now ? nextStep : null,
    renewAt: surface === 'qr' ? renewAt(payableUntil) : null,
    surface,
    hostResult,
    card: agreement
      ? {
          agreementId: agreement.id,
          bank: viewOf(agreement, now).bank,
          tail: agreement.cardTail,
          phoneMasked: agreement.phoneMasked,
        }
      : null,
  };
}

async function paidView(paidBy: Attempt, now: Date): Promise<CashierView['paid']> {
  const { method, surface, cardType, agreementId } = paidBy;
  const agreement = agreementId ? await findAgreement(agreementId) : undefined;
  const card = agreement ? { bank: viewOf(agreement, now).bank, tail: agreement.cardTail } : null;
  return { method, surface, cardType: cardType ?? agreement?.cardType ?? null, card };
}

/** That it failed is UnionPay's word; that the shopper walked away, only their own phone knows. */
const failureReason = ({ failureReason: reason, hostResult }: Attempt): string =>
  reason === 'declined' && hostResult === 'cancel' ? 'cancelled' : (reason ?? 'other');

/** A QR code that the next one has replaced is nobody's worry while that one is shown. */
function leftBehind(
  attempts: readonly Attempt[],
  live: Attempt | undefined,
): CashierView['leftBehind'] {
  return attempts.flatMap(({ method, state, payableUntil, surface }) => {
    if (state === 'superseded' && surface === 'qr' && live?.surface === 'qr') return [];
    return state === 'superseded' || state === 'late_succeeded' || state === 'returned'
      ? [{ method, state, payableUntil }]
      : [];
  });
}
