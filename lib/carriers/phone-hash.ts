import { keyedHash } from '@/lib/core/crypto';

/** What limits, budgets and look-ups know a phone by; `phone` is E.164. */
export const phoneHashOf = (phone: string): string => keyedHash('carrier-phone', phone);
