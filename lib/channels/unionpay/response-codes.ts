import type { SignFailureReason } from '../agreement-port';
import type { PayoutFailureReason } from '../payout-port';
import type { FailureReason } from '../port';

/**
 * What a response code says about *the transaction it belongs to*:
 * `pending` ask again · `not_found` the channel has no such number (yet) · `unclear` money may have
 * moved, or the code speaks of something else · a FailureReason: it definitely did not happen.
 */
export type CodeMeaning = 'succeeded' | 'pending' | 'not_found' | 'unclear' | FailureReason;

/** ACP 5.1.0, appendix of response codes. The one place to correct our reading of them. */
const MEANINGS: Readonly<Record<string, CodeMeaning>> = {
  '00': 'succeeded',
  // Succeeded with a defect in the record keeping: the payer's money did move.
  A6: 'succeeded',
  '01': 'declined',
  '02': 'channel_closed',
  '03': 'pending',
  '04': 'pending',
  '05': 'pending',
  '10': 'rejected_request',
  '11': 'rejected_request',
  // Duplicate: the channel has this number already, so the answer is in a query.
  '12': 'pending',
  '13': 'rejected_request',
  '14': 'rejected_request',
  '30': 'declined',
  '31': 'rejected_request',
  '32': 'not_permitted',
  '33': 'limit_exceeded',
  '34': 'not_found',
  '35': 'rejected_request',
  '36': 'rejected_request',
  // Asked too often: about our asking, not about the money.
  '37': 'unclear',
  '38': 'risk_refused',
  '39': 'channel_closed',
  '40': 'declined',
  '41': 'rejected_request',
  // Charged after payTimeout: UnionPay gives it back by itself, it never becomes a payment.
  '42': 'not_paid_in_time',
  '45': 'rejected_request',
  '60': 'declined',
  '61': 'card_invalid',
  '62': 'declined',
  '63': 'card_invalid',
  '64': 'insufficient_funds',
  '65': 'identity_mismatch',
  '66': 'identity_mismatch',
  '67': 'risk_refused',
  '68': 'card_invalid',
  '69': 'not_paid_in_time',
  '70': 'pending',
  '71': 'code_wrong',
  '72': 'card_invalid',
  '73': 'card_invalid',
  // Charged, but the bill it was for is unsettled: no failure that may be paid again.
  '74': 'unclear',
  '75': 'unclear',
  '76': 'card_invalid',
  '77': 'card_invalid',
  '78': 'declined',
  '79': 'card_invalid',
  '80': 'agreement_ended',
  '81': 'limit_exceeded',
  '82': 'identity_mismatch',
  '83': 'pending',
  '85': 'declined',
  '86': 'rejected_request',
  '87': 'limit_exceeded',
  '88': 'rejected_request',
  '89': 'agreement_ended',
  '90': 'insufficient_funds',
  '91': 'identity_mismatch',
  '98': 'rejected_request',
  '99': 'declined',
  PR05: 'pending',
  PR99: 'risk_refused',
};

/** Of the token product: a code is asked for by text message, and no page waits for input. */
const BY_TOKEN: Readonly<Record<string, CodeMeaning>> = {
  '69': 'code_expired',
  '76': 'code_required',
  '82': 'code_required',
};

/** Of payouts these are no last word: the money may still arrive. */
const OPEN_PAYOUT: readonly string[] = ['01', '12', '60'];

/** Which product a code was said in. */
export type Product = 'gateway' | 'token' | 'payout';

/** A code that is not in the table is unclear: new codes appear, and silence is not a failure. */
export function meaningOf(code: string | undefined, product: Product = 'gateway'): CodeMeaning {
  if (code === undefined) return 'unclear';
  if (product === 'payout' && OPEN_PAYOUT.includes(code)) return 'pending';
  const special = product === 'token' && Object.hasOwn(BY_TOKEN, code) ? BY_TOKEN[code] : undefined;
  return special ?? (Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined) ?? 'unclear';
}

/** What differs while a card is being signed. */
const SIGNING: Readonly<Record<string, SignFailureReason>> = {
  '62': 'card_unsupported',
  // One code for both: whoever can ask a register about the three elements finds out which.
  '66': 'identity_or_phone_mismatch',
  '68': 'card_unsupported',
  '72': 'card_unsupported',
  '77': 'card_unsupported',
  '78': 'card_unsupported',
  '79': 'card_unsupported',
  // There is no token yet: the trId of our contract is what is not known.
  '80': 'not_permitted',
  '89': 'not_permitted',
};

/** What became of a signing, by its code. */
export function signingMeaningOf(
  code: string | undefined,
): 'succeeded' | 'pending' | 'not_found' | 'unclear' | SignFailureReason {
  if (code !== undefined && Object.hasOwn(SIGNING, code)) return SIGNING[code] ?? 'unclear';
  const meaning = meaningOf(code, 'token');
  switch (meaning) {
    case 'insufficient_funds':
    case 'limit_exceeded':
    case 'not_paid_in_time':
    case 'cancelled':
    case 'agreement_ended':
    case 'code_tries_used':
    case 'code_lost':
    case 'payer_unknown':
      return 'declined';
    default:
      return meaning;
  }
}

/** Why a payout failed, in the words that all payouts share. */
export function payoutReasonOf(reason: FailureReason): PayoutFailureReason {
  switch (reason) {
    case 'card_invalid':
    case 'limit_exceeded':
    case 'not_received':
    case 'rejected_request':
      return reason;
    case 'identity_mismatch':
      return 'name_mismatch';
    case 'not_permitted':
      return 'rejected_request';
    default:
      return 'declined';
  }
}
