import type { SignFailureReason } from '@/lib/channels/agreement-port';
import type { RefusalCode } from '@/lib/core/refusals';

/** Codes for one signing, seconds between two of them, and wrong answers that each survives. */
export const MOST_CODES = 5;
export const CODE_GAP_SECONDS = 60;
export const MOST_TRIES = 5;
/** A code whose sending got no answer may have come; for so long it is worth typing in. */
export const UNSURE_CODE_MS = 5 * 60_000;
/** A signing that nobody goes on with: then its elements are destroyed. */
export const ABANDONED_MINUTES = 30;
/** Longer than one call can take: a signing without a trace by then has not arrived. */
export const ARRIVAL_MS = 2 * 60_000;

const LATER_MS = 2 * 3_600_000;

/**
 * When the channel is asked next: by its schedule (seconds after the call), then every two hours
 * until the answer is definite.
 */
export function nextAskAt(facts: {
  now: Date;
  calledAt: Date;
  scheduleSeconds: readonly number[];
}): Date {
  const now = facts.now.getTime();
  const [soonest] = facts.scheduleSeconds
    .map((seconds) => facts.calledAt.getTime() + seconds * 1000)
    .filter((at) => at > now);
  return new Date(soonest ?? now + LATER_MS);
}

/** "No" for a reason that another channel may not share: its data may be fresher, or it may be open. */
const ANOTHER_MAY_DIFFER: readonly SignFailureReason[] = [
  'phone_mismatch',
  'identity_or_phone_mismatch',
  'card_unsupported',
  'channel_closed',
  'not_received',
  'not_permitted',
];

export const anotherMayDiffer = (reason: SignFailureReason): boolean =>
  ANOTHER_MAY_DIFFER.includes(reason);

/** What says most about the shopper's own details comes first. */
const TELLING: readonly SignFailureReason[] = [
  'identity_mismatch',
  'phone_mismatch',
  'identity_or_phone_mismatch',
];

/** Which of several channels' words the shopper is told. */
export const tellingReason = (reasons: readonly SignFailureReason[]): SignFailureReason =>
  TELLING.find((reason) => reasons.includes(reason)) ?? reasons.at(-1) ?? 'channel_closed';

const REFUSED: Record<SignFailureReason, RefusalCode> = {
  phone_mismatch: 'phone_mismatch',
  identity_or_phone_mismatch: 'identity_or_phone_mismatch',
  identity_mismatch: 'holder_mismatch',
  card_invalid: 'card_invalid',
  card_unsupported: 'card_unsupported',
  code_wrong: 'code_wrong',
  code_expired: 'code_expired',
  too_many_codes: 'too_many_codes',
  code_required: 'signing_unavailable',
  risk_refused: 'signing_declined',
  declined: 'signing_declined',
  channel_closed: 'signing_unavailable',
  not_received: 'signing_unavailable',
  not_permitted: 'signing_unavailable',
  rejected_request: 'signing_unavailable',
};

export const refusalOf = (reason: SignFailureReason): RefusalCode => REFUSED[reason];

export const isSignFailureReason = (text: string): text is SignFailureReason =>
  Object.hasOwn(REFUSED, text);

/** What is no id at all never reaches the database, which would choke on a NUL. */
export const isAgreementId = (text: string): boolean => /^agr_[0-9a-z]{26}$/.test(text);
export const isChannelAgreementId = (text: string): boolean => /^cag_[0-9a-z]{26}$/.test(text);
