import type { FailureReason } from '../port';

/**
 * What an error says about *the call it answers*. A reason: this call did nothing, and why.
 * denied: by the business, its words say why · invalid: refused as it stands, or the number is taken ·
 * exists, confirmed, cancelled: what had happened to the payment before · not_found: no such payment
 * or refund · too_many: the question has to be narrower · unclear: nothing was learned.
 */
export type ErrorMeaning =
  | 'denied'
  | 'invalid'
  | 'exists'
  | 'confirmed'
  | 'cancelled_before'
  | 'not_found'
  | 'too_many'
  | 'unauthenticated'
  | 'unclear'
  | Extract<
      FailureReason,
      | 'code_wrong'
      | 'code_expired'
      | 'code_tries_used'
      | 'payer_unknown'
      | 'limit_exceeded'
      | 'declined'
      | 'channel_closed'
      | 'not_permitted'
      | 'rejected_request'
    >;

/** HTTP status and code of both APIs, in the order of the standard. The one place to correct our reading. */
const ERRORS: Readonly<Record<string, ErrorMeaning>> = {
  // Also "clientCorrelator already exist on server": only a look at our number tells which.
  '400 INVALID_ARGUMENT': 'invalid',
  '400 OUT_OF_RANGE': 'rejected_request',
  '400 INVALID_SINK': 'rejected_request',
  '400 INVALID_CREDENTIAL': 'rejected_request',
  '400 INVALID_TOKEN': 'rejected_request',
  '400 CARRIER_BILLING.INVALID_DATE_RANGE': 'rejected_request',
  '400 CARRIER_BILLING.TOO_MANY_MATCHING_RECORDS': 'too_many',
  '400 CARRIER_BILLING.INVALID_AUTHORIZATION_ID': 'code_expired',
  '400 CARRIER_BILLING.INVALID_CODE': 'code_wrong',
  '400 CARRIER_BILLING.VALIDATION_FAILED': 'code_tries_used',
  '400 CARRIER_BILLING_REFUND.INVALID_DATE_RANGE': 'rejected_request',
  '400 CARRIER_BILLING_REFUND.TOO_MANY_MATCHING_RECORDS': 'too_many',
  '401 UNAUTHENTICATED': 'unauthenticated',
  '403 PERMISSION_DENIED': 'not_permitted',
  '403 CARRIER_BILLING.PAYMENT_DENIED': 'denied',
  '403 CARRIER_BILLING_REFUND.REFUND_DENIED': 'declined',
  '403 CARRIER_BILLING_REFUND.PAYMENT_NOT_ELIGIBLE_FOR_REFUND': 'declined',
  '404 NOT_FOUND': 'not_found',
  '404 IDENTIFIER_NOT_FOUND': 'payer_unknown',
  '409 ALREADY_EXISTS': 'exists',
  '409 CARRIER_BILLING.PAYMENT_CONFIRMED': 'confirmed',
  '409 CARRIER_BILLING.PAYMENT_CANCELLED': 'cancelled_before',
  // What a receiver of events answers; from a carrier it says nothing.
  '410 GONE': 'unclear',
  // Not this service for this phone: another one of the carrier may.
  '422 SERVICE_NOT_APPLICABLE': 'channel_closed',
  '422 MISSING_IDENTIFIER': 'rejected_request',
  '422 UNNECESSARY_IDENTIFIER': 'rejected_request',
  '422 CARRIER_BILLING.UNAUTHORIZED_AMOUNT': 'limit_exceeded',
  '422 CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED': 'limit_exceeded',
  '422 CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT': 'limit_exceeded',
  '422 CARRIER_BILLING_REFUND.USER_AMOUNT_THRESHOLD_OVERPASSED': 'limit_exceeded',
  '422 CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS': 'declined',
  '422 CARRIER_BILLING_REFUND.TAXES_MANAGEMENT_MISMATCH': 'rejected_request',
  '422 CARRIER_BILLING_REFUND.REFUND_DETAILS_MISMATCH': 'rejected_request',
  // Who is turned away by a limit of calls may have got through before.
  '429 TOO_MANY_REQUESTS': 'unclear',
};

/** Whatever is not in the table is unclear: new codes appear, and silence is not a failure. */
export function meaningOf({ status, code }: { status: number; code: string }): ErrorMeaning {
  const cell = `${status} ${code}`;
  return (Object.hasOwn(ERRORS, cell) ? ERRORS[cell] : undefined) ?? 'unclear';
}

/** The standard has no codes for why the business denied a payment, only words. */
const DENIALS: readonly (readonly [RegExp, FailureReason])[] = [
  [
    /insufficient|not enough|no credit|low (balance|credit)|余额不足|额度不足/i,
    'insufficient_funds',
  ],
  [/block|black|barred|fraud|suspend|黑名单|停机/i, 'risk_refused'],
  [/limit|threshold|限额/i, 'limit_exceeded'],
];

export const denialOf = (words: string | undefined): FailureReason =>
  DENIALS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 'declined';

/** Why a call that was refused did nothing; undefined where the refusal does not say so. */
export function reasonOf(meaning: ErrorMeaning, words: string): FailureReason | undefined {
  switch (meaning) {
    case 'denied':
      return denialOf(words);
    case 'unauthenticated':
      return 'not_permitted';
    case 'payer_unknown':
    case 'limit_exceeded':
    case 'declined':
    case 'channel_closed':
    case 'not_permitted':
    case 'rejected_request':
      return meaning;
    default:
      return undefined;
  }
}
