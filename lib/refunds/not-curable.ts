import type { PaymentChannel } from '@/lib/channels/port';

/** Why money cannot go back the way it came. */
export type DivertCause = 'account_closed' | 'card_invalid' | 'channel_gone' | 'window_over';

/**
 * hold: it may mean that the money has gone back already, so a person looks before anything else happens.
 * A cause: it never can go back this way.
 */
export type RefusalMeaning = 'hold' | DivertCause;

/**
 * What a channel's code says when it refuses a refund: the one place to correct our judgement. A code that
 * is not here is an ordinary failure: the merchant gets its money back and may try again.
 */
const CODES: Readonly<Record<PaymentChannel, Readonly<Record<string, RefusalMeaning>>>> = {
  balance: {},
  unionpay: {
    '61': 'card_invalid', // no such card any more
    '63': 'account_closed', // the card's state: cancelled
    '35': 'hold', // the original is not there, or not in a state for it
    '36': 'hold', // the amount does not fit the original
    '45': 'hold', // the original has been refunded or undone
    '62': 'hold', // the issuer does not take it: nobody says why
  },
  netsunion: {
    PB511001: 'card_invalid', // no such card any more
    // PB511009 (the card is frozen or lost) is not here: a frozen card can be unfrozen, and the refund asked for again.
    PB511018: 'window_over', // after the 365 days
    PB511016: 'hold', // no such payment, or it was not paid
    PB511017: 'hold', // more than is left of it
  },
  carrier: {
    'CARRIER_BILLING_REFUND.REFUND_DENIED': 'channel_gone',
    'CARRIER_BILLING_REFUND.PAYMENT_NOT_ELIGIBLE_FOR_REFUND': 'channel_gone',
    // The refund itself, taken first and denied later: its state has no other code.
    denied: 'channel_gone',
    'CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS': 'hold',
    'CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT': 'hold', // more than is left of it
  },
};

/** Undefined where the code says neither: the refund has simply failed. */
export function refusalMeaningOf(
  channel: PaymentChannel,
  code: string | null | undefined,
): RefusalMeaning | undefined {
  const codes = CODES[channel];
  return code && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

/** Codes for which an unknown refund is held, and that lock the way to a transfer. */
export const holdCodesOf = (channel: PaymentChannel): string[] =>
  Object.entries(CODES[channel])
    .filter(([, meaning]) => meaning === 'hold')
    .map(([code]) => code);
