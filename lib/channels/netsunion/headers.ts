/** What vouches for a call of the channel's, and for its answer. */
export const TIMESTAMP_HEADER = 'x-epcc-timestamp';
export const SIGNATURE_HEADER = 'x-epcc-signature';
