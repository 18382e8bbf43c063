import { RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { limiter } from './store';

const HOUR = 60 * 60;

/** How many in how many seconds, by what is counted. Keys are hashed: no phone or address is kept. */
const BUDGETS = {
  'code-phone-hour': { points: 5, seconds: HOUR },
  'code-phone-day': { points: 10, seconds: 24 * HOUR },
  'confirmation-user-hour': { points: 10, seconds: HOUR },
  'confirmation-user-day': { points: 30, seconds: 24 * HOUR },
  'channel-code-attempt': { points: 5, seconds: HOUR },
  'code-address': { points: 60, seconds: HOUR },
  'guess-address': { points: 120, seconds: HOUR },
  // Questions to the register of identities and to banks: nobody may guess whose card it is.
  'identity-user': { points: 20, seconds: 24 * HOUR },
  'identity-address': { points: 60, seconds: HOUR },
  // Codes that banks send for a card to be bound, by the phone they go to and by who asks.
  'signing-phone-hour': { points: 10, seconds: HOUR },
  'signing-phone-day': { points: 20, seconds: 24 * HOUR },
  'signing-user-day': { points: 30, seconds: 24 * HOUR },
  // Whose a number is, and what it may still be charged: nobody may go through them all.
  'number-address': { points: 120, seconds: HOUR },
  'number-device': { points: 30, seconds: HOUR },
  'number-order': { points: 20, seconds: HOUR },
  // Codes to phones that anybody may name, a carrier's or ours, whatever for: by who asks, by the phone
  // they go to, and all of them together. Signing in keeps its own, so that nobody is locked out by these.
  'sending-device-hour': { points: 10, seconds: HOUR },
  'sending-address-hour': { points: 60, seconds: HOUR },
  'sending-order': { points: 8, seconds: 24 * HOUR },
  'sending-phone-hour': { points: 5, seconds: HOUR },
  'sending-phone-day': { points: 10, seconds: 24 * HOUR },
  'sending-all-minute': { points: 300, seconds: 60 },
  'sending-all-day': { points: 50_000, seconds: 24 * HOUR },
  // Guesses at the last digits of a payer's phone: few for an order, whoever makes them, and few in all
  // beside the ten thousand that there are.
  'receipt-order': { points: 5, seconds: HOUR },
  'receipt-address': { points: 20, seconds: HOUR },
  'receipt-device': { points: 20, seconds: HOUR },
  'receipt-all-hour': { points: 2_000, seconds: HOUR },
  // Links by which a refund is claimed: by who asks for one, by the refund and by the phone it goes to. Then
  // codes typed in, and accounts that a bank is asked about, by the refund.
  'claim-device': { points: 10, seconds: HOUR },
  'claim-address': { points: 60, seconds: HOUR },
  'claim-case-hour': { points: 4, seconds: HOUR },
  'claim-case-day': { points: 10, seconds: 24 * HOUR },
  'claim-phone-day': { points: 12, seconds: 24 * HOUR },
  // What is told of money that has arrived: a gateway that is down for an hour is tried again.
  'claim-proof-day': { points: 15, seconds: 24 * HOUR },
  'claim-prove': { points: 25, seconds: 24 * HOUR },
  'claim-name': { points: 15, seconds: 24 * HOUR },
  // What shoppers ask to have back: an order is asked about now and then, not all day.
  'refund-ask-order': { points: 5, seconds: 24 * HOUR },
  'refund-ask-address': { points: 30, seconds: HOUR },
  // Orders opened by payment links. A counter's shoppers share its Wi-Fi, so an address has a large share.
  'link-device': { points: 60, seconds: HOUR },
  'link-address': { points: 1_200, seconds: HOUR },
  // A stranger elsewhere can't lock somebody out with a few wrong passwords …
  'staff-account-address': { points: 5, seconds: HOUR / 4 },
  // … and many strangers together still get only so many guesses at one account.
  'staff-account': { points: 50, seconds: 24 * HOUR },
  // Six digits of an authenticator: guessed at by whoever has the password.
  'staff-code': { points: 8, seconds: HOUR / 4 },
  'staff-code-day': { points: 40, seconds: 24 * HOUR },
  'staff-address': { points: 60, seconds: HOUR },
} as const;

export type Budget = keyof typeof BUDGETS;

/**
 * Counts one use, before what it pays for is done.
 *
 * @throws Refusal too_many_requests when it was one too many
 */
export async function spendBudget(budget: Budget, key: string): Promise<void> {
  const { points, seconds } = BUDGETS[budget];
  try {
    await limiter(budget, points, seconds).consume(hashOf(key));
  } catch (overspent) {
    if (!(overspent instanceof RateLimiterRes)) throw overspent;
    const retryAfterSeconds = Math.ceil(overspent.msBeforeNext / 1000);
    const minutes = Math.ceil(retryAfterSeconds / 60);
    throw new Refusal('too_many_requests', { budget, retryAfterSeconds, minutes });
  }
}

/**
 * Counts one code that a carrier or we may send to a phone that anybody may name, first time or again;
 * all but those for signing in. Who asks is counted before whom it reaches, so that whoever has used up
 * their own share cannot use up that of a phone, or everybody's.
 *
 * @throws Refusal too_many_requests
 */
export async function spendSendingBudgets(sending: {
  phone: string;
  device: string;
  address: string;
  /** The order that it is to pay, where there is one. */
  orderId?: string;
}): Promise<void> {
  const { phone, device, address, orderId } = sending;
  await spendBudget('sending-device-hour', device);
  await spendBudget('sending-address-hour', address);
  if (orderId !== undefined) await spendBudget('sending-order', orderId);
  await spendBudget('sending-phone-hour', phone);
  await spendBudget('sending-phone-day', phone);
  await spendBudget('sending-all-minute', 'all');
  await spendBudget('sending-all-day', 'all');
}

/** After a success: what was counted against this key was its owner's. */
export async function forgiveBudget(budget: Budget, key: string): Promise<void> {
  const { points, seconds } = BUDGETS[budget];
  await limiter(budget, points, seconds).delete(hashOf(key));
}

/** Takes back one use that was counted; the others stay. */
export async function returnToBudget(budget: Budget, key: string): Promise<void> {
  const { points, seconds } = BUDGETS[budget];
  await limiter(budget, points, seconds).reward(hashOf(key));
}

const hashOf = (key: string): string => keyedHash('rate-limit', key);
