import type { ErrorAdvice } from '../error-advice';

export const ADVICE: ErrorAdvice = {
  statuses: {
    400: 'Something is wrong with the request itself: mend it. Repeating it as it is changes nothing.',
    401: 'Check the key in Authorization: is it there, of this installation, and not revoked?',
    403: 'This is not allowed; the words say why.',
    404: 'Check the id. What belongs to another merchant or the other mode is not found, either.',
    409: 'It conflicts with how things stand: get the object first, then decide.',
    410: 'Its time is over; begin again under a new number.',
    405: 'Use one of the methods that the header Allow names.',
    413: 'Too large: send it in parts.',
    415: 'Check Content-Type.',
    422: 'Look at errors, which says field by field what cannot be taken.',
    423: 'Frozen; please contact us.',
    429: 'Wait for the seconds of Retry-After, then repeat with the same idempotency key.',
    500: 'Our fault. Repeating with the same idempotency key is safe; if it goes on, tell us the request_id.',
    503: 'No answer right now: wait for the seconds of Retry-After, then repeat with the same idempotency key, which does it once.',
  },
  codes: {
    api_key_missing: 'Add the header Authorization: Bearer sk_….',
    api_key_invalid:
      'The key is mistyped, of another installation, or revoked: compare under Developers → Keys.',
    api_version_unknown: 'Use a date from the documentation, or leave out Cashier-Version.',
    body_incomplete: 'The connection broke: send it again with the same idempotency key.',
    duplicate_json_key: 'A key is there twice; take one away.',
    idempotency_in_progress: 'The first is not done: ask again with the same key in a second.',
    idempotency_key_invalid: 'Use 1 to 255 visible ASCII characters.',
    idempotency_key_missing: 'Each POST needs an Idempotency-Key; your own order number does well.',
    idempotency_key_reused: 'This key was used for something else: a new request has a new key.',
    invalid_json: 'Have a library write the JSON, in UTF-8.',
    merchant_funds_short:
      'Your account does not cover it: top up, wait for a settlement, or let refunds queue (in the console).',
    order_conflict: 'The number belongs to an order with other content: use a new number.',
    order_not_paid: 'What was not paid needs no refund; close it.',
    payment_in_progress: 'The shopper is paying: wait for the notice, or try a little later.',
    rate_limited: 'Slow down: wait for Retry-After, and limit how many calls run side by side.',
    refund_conflict: 'The number belongs to another refund: use a new one.',
    refund_exceeds_payment: 'Get the order, look at refunded, and refund what is left.',
    merchant_not_open:
      'Finish in test mode with a key that begins with sk_test_; we open live mode when you ask us.',
    temporarily_unavailable:
      'We may have done it or not: wait for Retry-After and repeat with the same idempotency key, which does it once.',
    return_url_not_allowed:
      'Register its origin (scheme, host, port) under Settings in the console first.',
    agreement_not_found: 'The card may have been unbound: have the shopper bind it again.',
    request_nonce_used:
      'Use a new nonce for every call, also for a repeat, which is signed anew under its old idempotency key.',
    request_signature_invalid:
      'Compare the five lines with the page on signatures: method, path with query, time, nonce, hash of the body; and set your clock.',
    request_signature_missing:
      'This merchant asks for signatures: send the header Cashier-Signature.',
    endpoint_address_refused:
      'Use a public HTTPS address; a test installation can let an exact host:port through.',
    endpoint_limit: 'Remove an address that is not used.',
    request_signature_stale:
      'Set the clock of your server: it may be 5 minutes off at most. Sign just before sending.',
    path_unknown:
      'Compare the address with the reference: it begins with /api/v1/, without a slash at the end.',
    not_found: 'Check the address and the id.',
  },
};
