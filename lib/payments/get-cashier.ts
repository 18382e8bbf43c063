import { findUser } from '@/lib/auth/find-user';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inSnapshot } from '@/lib/core/unit-of-work';
import { findAccount } from '@/lib/customers/find-account';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { type MethodFacts, type Offer, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Order } from '@/lib/orders/order';
import { signedReturnUrl } from '@/lib/orders/sign-return';
import { getQuota } from '@/lib/persons/get-quota';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { LIVE } from './states';
import { selectAttempts, selectLastUsed } from './store';

type Merchant = Awaited<ReturnType<typeof getMerchant>>;

/** All that the page shows, read at one moment. Refuses order_not_found. */
export async function getCashier({
  token,
  userId,
}: {
  token: string;
  userId: string | null;
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
    offers: state === 'open' && !live ? await offersFor(order, merchant, userId) : [],
    live: live ? liveView(live, now) : null,
    paid: paidBy ? { method: paidBy.method, cardType: paidBy.cardType } : null,
    leftBehind: attempts.flatMap(leftBehind),
    lastFailure:
      newest?.state === 'failed' && newest.failureReason
        ? { method: newest.method, reason: newest.failureReason }
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

function liveView(live: Attempt, now: Date): CashierView['live'] {
  const { method, payableUntil, nextStep } = live;
  const state = live.state === 'waiting' || live.state === 'unknown' ? live.state : 'sent';
  return { method, state, payableUntil, nextStep: payableUntil > now ? nextStep : null };
}

function leftBehind({ method, state, payableUntil }: Attempt): CashierView['leftBehind'] {
  return state === 'superseded' || state === 'late_succeeded' || state === 'returned'
    ? [{ method, state, payableUntil }]
    : [];
}

async function offersFor(
  order: Order,
  merchant: Merchant,
  userId: string | null,
): Promise<Offer[]> {
  const account = await findAccount({
    merchantId: order.merchantId,
    reference: order.customerReference,
    userId,
  });
  const facts: MethodFacts = { amount: order.amount, merchant, quickpass: { open: true } };
  if (account) {
    const owner = account.customerId;
    const [ledger, quota] = await Promise.all([
      findLedgerAccount({ subject: 'customer_balance', owner }),
      account.proved ? getQuota(account) : undefined,
    ]);
    facts.account = {
      proved: account.proved,
      balance: ledger?.available ?? cny(0n),
      frozen: ledger?.state === 'frozen',
      ...(quota ? { quota } : {}),
      passwordSet: account.passwordSet,
      ...(account.passwordLockedUntil ? { passwordLockedUntil: account.passwordLockedUntil } : {}),
    };
    const lastUsed = account.proved ? await selectLastUsed(owner) : undefined;
    if (lastUsed) facts.lastUsed = lastUsed;
  }
  return rankMethods(facts);
}
