import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { ShopperCase } from '@/lib/refund-cases/shopper-case';
import type { ShopperRefund } from '@/lib/refunds/get-shopper-refund';

/**
 * asked: the payer asked, the shop decides. declined: it did not agree. requested: not sent yet. processing:
 * it is on its way. returned: it has gone back to the payer.
 */
export type RefundProgress =
  | 'asked'
  | 'declined'
  | 'requested'
  | 'processing'
  | 'returned'
  | 'failed';

/** One way that a refund goes back; a payment by two hands goes back by two. */
export interface RefundPart {
  to: MethodCode;
  amount: Money;
  progress: RefundProgress;
  /** How far it is where it could not go back the way it came, and is transferred instead. */
  transfer?: ShopperCase | undefined;
}

export interface ReceiptRefund {
  id: string;
  merchantRefundNo: string | null;
  /** All of its parts together. */
  amount: Money;
  progress: RefundProgress;
  requestedAt: Date;
  /** When the last part was decided. */
  endedAt: Date | null;
  /** The shop's words to the payer, where it did not agree. */
  declineReason: string | null;
  parts: RefundPart[];
}

/** Money that came when nothing was owed any more. held: the merchant, or a person of ours, has a say. */
export interface LateMoney {
  method: MethodCode;
  amount: Money;
  state: 'held' | 'coming_back' | 'returned';
}

/** What was paid for an order, with what, and what of it went back. */
export interface Receipt {
  order: {
    id: string;
    merchantOrderNo: string;
    subject: string;
    amount: Money;
    paidAt: Date | null;
  };
  merchant: CashierView['merchant'];
  /** null where only late money came. */
  payment:
    | (NonNullable<CashierView['paid']> & {
        /** What the method itself has paid: the amount, less the part of a balance. */
        rest: Money;
        /** Our number of the payment at the channel, and the channel's own; null for a balance. */
        channelOrderNo: string | null;
        channelRef: string | null;
      })
    | null;
  refunds: ReceiptRefund[];
  refunded: Money;
  late: LateMoney[];
  /** What the payer may still ask to have back; null: nothing, or not here. */
  ask: ShopperRefund | null;
  /** Something of it is still under way. */
  moving: boolean;
}
