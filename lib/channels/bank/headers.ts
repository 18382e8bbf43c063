/** What vouches for a call of the bank's, and for its answer. */
export const TIMESTAMP_HEADER = 'x-bank-timestamp';
export const SIGNATURE_HEADER = 'x-bank-signature';
