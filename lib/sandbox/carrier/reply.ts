/** What a call led to: an answer, a line that drops or stays silent, or half an answer. */
export type Reply =
  | { kind: 'answer'; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: 'drop' }
  | { kind: 'hold' }
  | { kind: 'garbage' };

export const answer = (status: number, body?: unknown): Reply => ({
  kind: 'answer',
  status,
  ...(body === undefined ? {} : { body }),
});

/** The standard's own words for its codes. */
const MESSAGES: Record<string, string> = {
  INVALID_ARGUMENT: 'Client specified an invalid argument, request body or query param.',
  OUT_OF_RANGE: 'Client specified an invalid range.',
  INVALID_CREDENTIAL: 'Only Access token is supported',
  INVALID_TOKEN: 'Only bearer token is supported',
  INVALID_SINK: 'sink not valid for the specified protocol',
  UNAUTHENTICATED:
    'Request not authenticated due to missing, invalid, or expired credentials. A new authentication is required.',
  PERMISSION_DENIED: 'Client does not have sufficient permissions to perform this action.',
  NOT_FOUND: 'The specified resource is not found.',
  IDENTIFIER_NOT_FOUND: 'phoneNumber not found.',
  ALREADY_EXISTS: 'The resource that a client tried to create already exists.',
  SERVICE_NOT_APPLICABLE: 'The service is not available for the provided identifier.',
  MISSING_IDENTIFIER: 'The phone number cannot be identified.',
  UNNECESSARY_IDENTIFIER: 'The phone number is already identified by the access token.',
  TOO_MANY_REQUESTS: 'Rate limit reached.',
  INVALID_DATE_RANGE: 'Client specified an invalid date range.',
  TOO_MANY_MATCHING_RECORDS:
    'Too many matching records found. Specify additional/suitable criteria to limit the number of records.',
  INVALID_AUTHORIZATION_ID: 'Invalid authorizationId.',
  INVALID_CODE: 'Invalid code.',
  VALIDATION_FAILED: 'the maximum number of attempts have been consumed for this validation.',
  PAYMENT_DENIED: 'Payment denied by business.',
  PAYMENT_CONFIRMED: 'Payment has been confirmed.',
  PAYMENT_CANCELLED: 'Payment has been cancelled.',
  UNAUTHORIZED_AMOUNT: 'Unauthorized amount requested.',
  USER_AMOUNT_THRESHOLD_OVERPASSED:
    'Unauthorized payment request. Accumulated user mobile payments overpass account amount threshold.',
  REFUND_DENIED: 'Refund denied by business.',
  PAYMENT_NOT_ELIGIBLE_FOR_REFUND: 'Payment not eligible for refund.',
  INVALID_PAYMENT_STATUS: 'Payment is not yet completed.',
  TAXES_MANAGEMENT_MISMATCH: 'Inconsistent isTaxIncluded value with regards to related payment.',
  REFUND_DETAILS_MISMATCH:
    'Inconsistent refundDetails information with regards to related payment.',
};

/** An error of the standard: its ErrorInfo, with its usual words unless others are given. */
export function fail(status: number, code: string, message?: string): Reply {
  const usual = MESSAGES[code.replace(/^CARRIER_BILLING(_REFUND)?\./, '')];
  return answer(status, { status, code, message: message ?? usual ?? code });
}

export const invalid = (message?: string): Reply => fail(400, 'INVALID_ARGUMENT', message);

export const denied = (reason: string): Reply =>
  fail(403, 'CARRIER_BILLING.PAYMENT_DENIED', `Payment denied by business. ${reason}.`);

/** Has the call done what it is for? */
export const isDone = (reply: Reply): boolean => reply.kind === 'answer' && reply.status < 300;
