import type { SignFailureReason } from '../agreement-port';
import type { FailureReason } from '../port';

/**
 * What a code says about *the transaction it belongs to*: `pending` ask again · `code_sent` it waits
 * for its code · `not_found` the channel has no such number (yet) · `unclear` money may have moved,
 * or the code speaks of something else · a reason: it definitely did not happen.
 */
export type Meaning<Reason> =
  | 'succeeded'
  | 'pending'
  | 'code_sent'
  | 'not_found'
  | 'unclear'
  | Reason;

/** In the words of a payment (or refund), and of a signing (or the end of one). */
export interface Meanings {
  payment: Meaning<FailureReason>;
  signing: Meaning<SignFailureReason>;
}

const both = (meaning: Meaning<FailureReason & SignFailureReason>): Meanings => ({
  payment: meaning,
  signing: meaning,
});

/** SysRtnCd other than 00000000: about the call. The one place to correct our reading of them. */
const SYSTEM: Readonly<Record<string, Meanings>> = {
  PS500001: both('rejected_request'), // a field is missing or malformed
  PS500002: both('rejected_request'), // no such merchant
  PS500003: both('not_permitted'),
  // Other content under this number: what was done under it, we do not know.
  PS500004: both('unclear'),
  PS500005: both('unclear'), // busy: it may have got through
  PS500006: both('channel_closed'), // maintenance: nothing is taken
};

/** BizCd: about the transaction. */
const BUSINESS: Readonly<Record<string, Meanings>> = {
  '00000000': both('succeeded'),
  PB511001: both('card_invalid'), // no such card
  PB511002: { payment: 'card_invalid', signing: 'card_unsupported' },
  PB511003: both('identity_mismatch'), // name or identity number
  // A code of its own: not the identity, only the phone.
  PB511004: { payment: 'identity_mismatch', signing: 'phone_mismatch' },
  PB511005: both('code_wrong'),
  PB511006: both('code_expired'), // too old, or none was sent
  PB511007: { payment: 'code_expired', signing: 'too_many_codes' },
  PB511008: both('code_required'),
  PB511009: both('card_invalid'), // frozen or lost
  PB511010: { payment: 'agreement_ended', signing: 'declined' },
  PB511011: { payment: 'insufficient_funds', signing: 'declined' },
  PB511012: { payment: 'limit_exceeded', signing: 'declined' },
  PB511013: both('risk_refused'),
  PB511014: both('declined'), // by the bank, without a reason
  PB511015: { payment: 'not_paid_in_time', signing: 'code_expired' },
  PB511016: both('declined'), // refund: no such payment, or it was not paid
  PB511017: both('declined'), // refund: more than is left of it
  PB511018: both('declined'), // refund: after the 365 days
  PB511020: both('not_found'),
  PB511021: both('pending'), // the bank has not answered yet
  PB511022: both('code_sent'),
  PB511098: both('declined'),
};

/** A code that is not in the table is unclear: new codes appear, and silence is not a failure. */
const UNCLEAR: Meanings = { payment: 'unclear', signing: 'unclear' };

const lookUp = (table: Readonly<Record<string, Meanings>>, code: string): Meanings =>
  (Object.hasOwn(table, code) ? table[code] : undefined) ?? UNCLEAR;

export const meaningsOfCall = (code: string): Meanings => lookUp(SYSTEM, code);
export const meaningsOf = (code: string): Meanings => lookUp(BUSINESS, code);
