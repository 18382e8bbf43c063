import { Refusal } from '@/lib/core/errors';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { refundAdvice } from './refund-advice';

/** A refund before it is confirmed: the sum as it is typed and read, and how it would go back. */
export async function checkRefund(asked: {
  merchantId: string;
  orderId: string;
  amount: Money;
}): Promise<{ amount: string; sum: string; advice: string }> {
  const { amount } = asked;
  const left = await getRefundable(asked);
  if (amount.amountMinor > left.amountMinor) {
    throw new Refusal('refund_exceeds_payment', { left: formatMoney(left) });
  }
  return {
    amount: formatAmount(amount),
    sum: formatMoney(amount),
    advice: await refundAdvice(asked),
  };
}
