import { findAgreement } from '@/lib/agreements/find-agreement';
import { viewOf } from '@/lib/agreements/view-rules';
import { findUser } from '@/lib/auth/find-user';
import { dayOf } from '@/lib/core/beijing';
import { businessNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import { browserHash } from '@/lib/orders/browser-hash';
import { findScan } from '@/lib/orders/find-scan';
import type { Order } from '@/lib/orders/order';
import { dueOn, termFrom } from '@/lib/orders/period-rules';
import { isPayToken } from '@/lib/orders/rules';
import { signedReturnUrl } from '@/lib/orders/sign-return';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { findOffers } from './find-offers';
import { findOwnParts } from './find-own-parts';
import { listOwnCards } from './list-own-cards';
import { readLeftBehind } from './read-left-behind';
import { readPaidView } from './read-paid-view';
import { readPhoneView } from './read-phone-view';
import { hasPart, renewAt } from './rules';
import { LIVE } from './states';
import { selectStory } from './story-store';

/** All that the page shows, read at one moment. Refuses order_not_found. */
export async function getCashier({
  token,
  userId,
  host,
  device,
}: {
  token: string;
  userId: string | null;
  host: HostFacts;
  /** What this browser is known by, if it is known. */
  device?: string | undefined;
}): Promise<CashierView> {
  const story = isPayToken(token) ? await selectStory(token) : undefined;
  if (!story) throw new Refusal('order_not_found');
  const { order, merchant, attempts, mark, now } = story;
  const live = attempts.find((attempt) => LIVE.includes(attempt.state));
  const paidBy = attempts.find((attempt) => attempt.id === order.paidAttemptId);
  const begunBy = (paidBy ?? live)?.begunBy;
  const [own, user, payersScan] = await Promise.all([
    findOwnParts(attempts, { userId, device }),
    userId ? findUser(userId) : undefined,
    begunBy ? findScan(order.id, begunBy) : null,
  ]);
  // The expiry job may be a moment behind the clock; the page is not.
  const state = order.state === 'open' && !live && order.expiresAt <= now ? 'expired' : order.state;
  const newest = attempts.at(-1);
  const choosing = state === 'open' && !live;
  const offers = choosing ? await findOffers(order, merchant, { userId, host, now }) : [];
  const takesCards = offers.some(({ method, available }) => method === 'card' && available);
  return {
    now,
    mark,
    order: {
      id: order.id,
      merchantOrderNo: order.merchantOrderNo,
      subject: order.subject,
      amount: order.amount,
      state,
      expiresAt: order.expiresAt,
      paidAt: order.paidAt,
      subscription: await periodView(order),
    },
    merchant: {
      mode: merchant.mode,
      name: merchant.name,
      nameEn: merchant.nameEn,
      accentColor: merchant.accentColor,
      logo: merchant.logo,
    },
    shopper: user?.phoneMasked ? { phoneMasked: user.phoneMasked } : null,
    offers,
    cards: takesCards && userId ? await listOwnCards({ merchantId: order.merchantId, userId }) : [],
    live: live ? await liveView(live, { now, device, own }) : null,
    paid: paidBy ? await readPaidView(paidBy, now) : null,
    scannedAt: payersScan ?? story.scannedAt,
    scannerPays: payersScan !== null,
    leftBehind: await readLeftBehind(attempts, {
      live,
      order: state,
      policy: merchant.latePaymentPolicy,
      own,
    }),
    lastFailure:
      newest?.state === 'failed' && newest.failureReason ? failureView(newest, own) : null,
    returnUrl: await signedReturnUrl(order, state, now),
  };
}

/** What the first payment of a period would pay for today; what it did pay for, once it has. */
async function periodView(order: Order): Promise<CashierView['order']['subscription']> {
  const { subscriptionPeriod: period } = order;
  if (!period) return null;
  const term = termFrom(period, dayOf(order.paidAt ?? (await businessNow())));
  return { period, validThrough: term.endsOn, nextChargeOn: dueOn(term) };
}

async function liveView(
  live: Attempt,
  { now, device, own }: { now: Date; device: string | undefined; own: ReadonlySet<string> },
): Promise<CashierView['live']> {
  const { method, requestedAt, payableUntil, nextStep, surface, hostResult } = live;
  const state = live.state === 'waiting' || live.state === 'unknown' ? live.state : 'sent';
  const agreement = live.agreementId ? await findAgreement(live.agreementId) : undefined;
  return {
    method,
    state,
    balance: partOf(live, own),
    here: live.begunBy === null || (device !== undefined && live.begunBy === browserHash(device)),
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
    phone: await readPhoneView(live),
  };
}

const partOf = (attempt: Attempt, own: ReadonlySet<string>) =>
  hasPart(attempt) && own.has(attempt.id) ? attempt.balance : null;

function failureView(failed: Attempt, own: ReadonlySet<string>): CashierView['lastFailure'] {
  const balance = partOf(failed, own);
  const failure = { method: failed.method, reason: failureReason(failed) };
  return balance ? { ...failure, balance } : failure;
}

/** That it failed is UnionPay's word; that the shopper walked away, only their own phone knows. */
const failureReason = ({ failureReason: reason, hostResult }: Attempt): string =>
  reason === 'declined' && hostResult === 'cancel' ? 'cancelled' : (reason ?? 'other');
