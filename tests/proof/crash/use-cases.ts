import { cny } from '@/lib/money/money';
import type { RequestedRefund } from '@/lib/refunds/place-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { receiveNotice } from '@/lib/webhooks/receive-notice';

/** A refund as a process of its own is told it: amounts have no place in JSON. */
export const refundByText = ({
  amountMinor,
  ...asked
}: Omit<RequestedRefund, 'amount'> & { amountMinor: string }) =>
  requestRefund({ ...asked, amount: cny(BigInt(amountMinor)) });

/** Bytes have none, either. */
export const receiveBase64 = ({ base64 }: { base64: string }) =>
  receiveNotice({ channel: 'unionpay', body: Buffer.from(base64, 'base64') });
