/** Which text of `cashierCarrier.terms` a shopper agrees to: other words are another version. */
export const PHONE_TERMS_VERSION = '2026-11-26';
