import type { Outcome } from './port';

/** A refusal with the channel's own code of it; that it never got the request is no refusal. */
export const withCode = (outcome: Outcome, code: string | undefined): Outcome =>
  outcome.kind === 'failed' && outcome.reason !== 'not_received' && code !== undefined
    ? { ...outcome, code }
    : outcome;
