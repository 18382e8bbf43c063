'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { checkRefund } from '@/app/_server/check-refund';
import { memberActor, memberMay } from '@/app/_server/member';
import { requestRefundByMember } from '@/lib/refunds/request-refund-by-member';
import { refundInput } from './input';

/** Whose order it is comes from who is signed in; nothing goes back before it was confirmed. */
export const refundAction = action({
  name: 'refund an order',
  input: refundInput,
  may: memberMay('refund.request'),
  run: async ({ orderId, step, refundNo, amount, reason }, user) => {
    const by = memberActor(user);
    const { merchantId } = by;
    if (step === 'confirm') {
      const refund = { merchantRefundNo: refundNo, amount, ...(reason ? { reason } : {}) };
      const { id } = await requestRefundByMember({ by, orderId, ...refund });
      redirect(`/merchant/orders/${orderId}?refunded=${id}`);
    }
    const checked = await checkRefund({ merchantId, orderId, amount });
    return { ...checked, reason, refundNo, toConfirm: step === 'check' };
  },
});
