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
  // A stranger elsewhere can't lock somebody out with a few wrong passwords …
  'staff-account-address': { points: 5, seconds: HOUR / 4 },
  // … and many strangers together still get only so many guesses at one account.
  'staff-account': { points: 50, seconds: 24 * HOUR },
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
    throw new Refusal('too_many_requests', { budget, retryAfterSeconds });
  }
}

/** After a success: what was counted against this key was its owner's. */
export async function forgiveBudget(budget: Budget, key: string): Promise<void> {
  const { points, seconds } = BUDGETS[budget];
  await limiter(budget, points, seconds).delete(hashOf(key));
}

const hashOf = (key: string): string => keyedHash('rate-limit', key);
