'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { requestRefund } from '@/lib/refunds/request-refund';
import { refundInput } from './input';

/** Whose order it is comes from who is signed in; nothing goes back before it was confirmed. */
export const refundAction = action({
  name: 'refund an order',
  input: refundInput,
  may: (user) => user?.role === 'merchant' && user.merchantId !== null,
  run: async ({ orderId, step, refundNo, amount, reason }, user) => {
    const { id: actor, merchantId: own } = present(user, 'the signed-in user');
    const merchantId = present(own, 'the merchant of a merchant user');
    if (step === 'confirm') {
      const refund = { merchantRefundNo: refundNo, amount, ...(reason ? { reason } : {}) };
      const { id } = await requestRefund({ merchantId, orderId, actor, ...refund });
      redirect(`/merchant/orders/${orderId}?refunded=${id}`);
    }
    const left = await getRefundable({ merchantId, orderId });
    if (amount.amountMinor > left.amountMinor) {
      throw new Refusal('refund_exceeds_payment', { left: formatMoney(left) });
    }
    const typed = { amount: formatAmount(amount), reason, refundNo };
    return { ...typed, toConfirm: step === 'check', sum: formatMoney(amount) };
  },
});
