import { CARRIERS } from '@/lib/channels/port';
import type { Called, CallResult, ChannelHealth, Health, Operation } from './health';

/**
 * When a breaker opens and how long it stays so. Open: nobody calls until the pause is over, then one
 * caller at a time tries. `failures` are those in a row, and as many as open it when it opens; each
 * failed probe adds one and doubles the pause.
 */
export const BREAKER = {
  failuresToOpen: 5,
  /** … or more than half of so many calls within two minutes. */
  leastCallsToJudge: 10,
  judgedMinutes: 2,
  firstPauseSeconds: 10,
  longestPauseSeconds: 120,
  /** Longer than any call takes: a probe whose caller died gives way to the next one. */
  probeSeconds: 60,
} as const;

/** How far back the success rate looks. */
export const RATED_MINUTES = 5;

/** What an adapter answers a call with, of whatever port. */
export interface Answer {
  kind: string;
  reason?: string;
  next?: { type: string };
}

/**
 * Was that the channel's fault? Only what got lost, could not be read or could not be sent: a
 * declined card is an answer as good as any. A form for the browser to post was made without any
 * call, so it says nothing (undefined).
 */
export function resultOf({ kind, reason, next }: Answer): CallResult | undefined {
  if (kind === 'pending' && next?.type === 'post-form') return undefined;
  return kind === 'unknown' || (kind === 'failed' && reason === 'not_received')
    ? 'failed'
    : 'answered';
}

const UNTRIED: Health = { state: 'closed', probeDue: false, calls: 0, successRate: null };

/** The health of one operation of a channel; one that nobody has called lately is taken as well. */
export const healthOf = (
  all: readonly ChannelHealth[],
  { channel, operation, carrier }: Called,
): Health =>
  all.find(
    (one) => one.channel === channel && one.operation === operation && one.carrier === carrier,
  ) ?? UNTRIED;

/** "pay", or "pay@cmcc" where the server is one carrier's: as an operation is kept. */
export const keptOperation = ({ operation, carrier }: Pick<Called, 'operation' | 'carrier'>) =>
  carrier ? `${operation}@${carrier}` : operation;

/** … and back. Written by this module only. */
export function operationOf(kept: string): Pick<Called, 'operation' | 'carrier'> {
  const [operation, name] = kept.split('@');
  const carrier = CARRIERS.find((one) => one === name);
  return { operation: operation as Operation, ...(carrier ? { carrier } : {}) };
}

/** May a call be made at all? A caller for whom the probe is due has to claim it first. */
export const isUsable = ({ state, probeDue }: Pick<Health, 'state' | 'probeDue'>): boolean =>
  state === 'closed' || probeDue;
