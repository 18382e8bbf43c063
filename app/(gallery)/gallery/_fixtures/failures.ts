import type { FailureReason } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';

/** By which way each reason is met most. */
const METHODS: Record<FailureReason, MethodCode> = {
  declined: 'card',
  insufficient_funds: 'card',
  limit_exceeded: 'card',
  card_invalid: 'card',
  identity_mismatch: 'card',
  risk_refused: 'quickpass',
  channel_closed: 'quickpass',
  not_paid_in_time: 'quickpass',
  cancelled: 'quickpass',
  code_wrong: 'card',
  code_expired: 'card',
  code_tries_used: 'carrier',
  code_lost: 'carrier',
  payer_unknown: 'carrier',
  code_required: 'card',
  agreement_ended: 'card',
  not_permitted: 'quickpass',
  not_received: 'quickpass',
  rejected_request: 'quickpass',
};

/** Each reason for which a payment definitely did not happen. */
export const FAILURES = Object.entries(METHODS).map(([reason, method]) => ({ reason, method }));
