import type { CalledChannel, Operation } from './health';

/** For how long a breaker may be held by hand, in minutes. */
export const OVERRIDE_MINUTES = [15, 60, 240, 1_440] as const;

/** What is called at each channel, and so has a breaker. */
export const CALLED_OPERATIONS: Record<CalledChannel, readonly Operation[]> = {
  unionpay: ['pay', 'query', 'refund', 'sign', 'end', 'payout', 'file'],
  netsunion: ['pay', 'query', 'refund', 'sign', 'end', 'file'],
  carrier: ['pay', 'query', 'refund'],
  bank: ['payout', 'query'],
};
