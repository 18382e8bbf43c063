import type { Refund } from './refund';

/** A refund as a line of its merchant's list: all of its parts, and how far it is. */
export interface MerchantRefund
  extends Pick<
    Refund,
    | 'id'
    | 'orderId'
    | 'cause'
    | 'merchantRefundNo'
    | 'reason'
    | 'askedBy'
    | 'amount'
    | 'state'
    | 'failureReason'
    | 'requestedAt'
  > {
  merchantOrderNo: string;
}
