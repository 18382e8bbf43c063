import { redirect } from 'next/navigation';
import { payerRefundAdvice } from '@/app/_server/refund-advice';
import { refundReader } from '@/app/_server/refund-reader';
import { clientAddress } from '@/lib/auth/client-address';
import { Refusal } from '@/lib/core/errors';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getShopperRefund, type ShopperRefund } from '@/lib/refunds/get-shopper-refund';
import { provePayer } from '@/lib/refunds/prove-payer';
import { requestRefundByShopper } from '@/lib/refunds/request-refund-by-shopper';
import { writeDraft } from './ask-draft';
import type { AskInput } from './ask-input';

/**
 * One step of asking for a refund, whichever way the reader came to the receipt: what was filled in is shown
 * once more, and only then asked for. `receipt` is the page that shows what comes of it.
 */
export async function askRefund(
  { step, formKey, howMuch, amount, reason, words }: AskInput,
  { orderId, receipt }: { orderId: string; receipt: string },
): Promise<string> {
  const reader = await refundReader();
  if (step === 'confirm') {
    const { id } = await requestRefundByShopper({
      orderId,
      ...(amount ? { amount } : {}),
      reason,
      words: words === '' ? null : words,
      formKey,
      reader,
      address: await clientAddress(),
    });
    redirect(`${receipt}?asked=${id}`);
  }
  await provePayer({ orderId, ...reader });
  const open = await getShopperRefund({ orderId });
  if (!open) throw new Refusal('refund_request_open', { orderId });
  if (amount && amount.amountMinor > open.left.amountMinor) {
    throw new Refusal('refund_exceeds_payment', { left: formatMoney(open.left) });
  }
  const asked = amount ?? open.left;
  const toConfirm = step === 'check';
  const typed = { amount: amount || toConfirm ? formatAmount(asked) : '', sum: formatMoney(asked) };
  const advice = toConfirm ? await adviceOf({ orderId, amount: asked }, open) : '';
  return writeDraft({ toConfirm, formKey, howMuch, reason, words, advice, ...typed });
}

async function adviceOf(
  asked: { orderId: string; amount: Money },
  { rule }: ShopperRefund,
): Promise<string> {
  const { merchantId } = await readOrder(asked.orderId);
  return payerRefundAdvice({ merchantId, ...asked }, { decided: rule === 'ask' });
}
