import { cny } from '@/lib/money/money';
import { type StartPayment, startPayment } from '@/lib/payments/start-payment';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import type { RequestedRefund } from '@/lib/refunds/place-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { RIGHT_CODE } from '@/tests/support/factories/holder';

/** A refund as a process of its own is told it: amounts have no place in JSON. */
export const refundByText = ({
  amountMinor,
  ...asked
}: Omit<RequestedRefund, 'amount'> & { amountMinor: string }) =>
  requestRefund({ ...asked, amount: cny(BigInt(amountMinor)) });

/** Bytes have none, either. */
export const receiveBase64 = ({ base64 }: { base64: string }) =>
  receiveNotice({ channel: 'unionpay', body: Buffer.from(base64, 'base64') });

/** Pays, and types the code in where one is awaited: what is passed twice is passed once for each. */
export async function payWithCode(pay: StartPayment): Promise<void> {
  const { result } = await startPayment(pay);
  if (result !== 'continue') return;
  const { token, actor } = pay;
  await submitChannelCode({ token, code: RIGHT_CODE, userId: actor.userId });
}
