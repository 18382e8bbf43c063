import { cny } from '@/lib/money/money';
import { type StartPayment, startPayment } from '@/lib/payments/start-payment';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import type { RequestedRefund } from '@/lib/refunds/place-refund';
import { requestRefund } from '@/lib/refunds/request-refund';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { RIGHT_CODE } from '@/tests/support/factories/holder';
import { type Owner, withdraw } from '@/tests/support/factories/withdrawals';
import { cardCodeOnHandset } from '@/tests/support/handset';

/** A refund as a process of its own is told it: amounts have no place in JSON. */
export const refundByText = ({
  amountMinor,
  ...asked
}: Omit<RequestedRefund, 'amount'> & { amountMinor: string }) =>
  requestRefund({ ...asked, amount: cny(BigInt(amountMinor)) });

/** … and so has a withdrawal. */
export const withdrawByText = (given: { owner: Owner; amountMinor: string; key: string }) =>
  withdraw(given.owner, BigInt(given.amountMinor), given.key);

/** Bytes have none, either. */
export const receiveBase64 = ({ base64 }: { base64: string }) =>
  receiveNotice({ channel: 'unionpay', body: Buffer.from(base64, 'base64') });

/** Pays, and types the code in where one is awaited: what both pass, a press passes twice. */
export async function payWithCode({
  textsAt,
  ...pay
}: StartPayment & { textsAt?: string }): Promise<void> {
  const { result } = await startPayment(pay);
  if (result !== 'continue') return;
  const { token, phone, actor } = pay;
  const code = textsAt && phone ? await cardCodeOnHandset(textsAt, phone) : RIGHT_CODE;
  await submitChannelCode({ token, code, userId: actor.userId });
}
