/** Which text of `cashierCards.terms` a shopper agrees to: other words are another version. */
export const CARD_TERMS_VERSION = '2026-11-26';
