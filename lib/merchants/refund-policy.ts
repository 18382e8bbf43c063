/** A refund that the merchant's money does not cover: told so, or done once money has come in. */
export type RefundWhenShort = 'refuse' | 'queue';

/** May its shoppers ask for refunds themselves? ask: the merchant decides. at_once: nobody has to. */
export type ShopperRefunds = 'off' | 'ask' | 'at_once';

/** What becomes of our fee when a payment is refunded. */
export type RefundFee = 'kept' | 'returned';

/** Where a refund goes that nobody has claimed in time. */
export type UnclaimedRefund = 'balance' | 'merchant' | 'suspense';

/** What a merchant has decided about refunds. */
export interface RefundChoices {
  refundWhenShort: RefundWhenShort;
  shopperRefunds: ShopperRefunds;
}

/** What is agreed with it about them: the platform changes it. */
export interface RefundTerms {
  refundFee: RefundFee;
  unclaimedRefund: UnclaimedRefund;
}

export type RefundPolicy = RefundChoices & RefundTerms;
