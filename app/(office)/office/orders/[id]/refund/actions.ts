'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { checkRefund } from '@/app/_server/check-refund';
import { staffActor, staffMay } from '@/app/_server/staff';
import { readOrder } from '@/lib/orders/read-order';
import { requestRefundByAgent } from '@/lib/refunds/request-refund-by-agent';
import { agentRefundInput } from './input';

/** The office gives money back out of the merchant's; nothing goes before it was confirmed with a code. */
export const agentRefundAction = action({
  name: 'refund an order for its merchant',
  input: agentRefundInput,
  may: staffMay('refund.request'),
  keep: ['step', 'amount', 'reason', 'refundNo'],
  run: async ({ orderId, step, refundNo, amount, reason, code }, user) => {
    if (step === 'confirm') {
      const by = staffActor(user);
      const { id } = await requestRefundByAgent({ orderId, amount, reason, refundNo, code, by });
      redirect(`/office/orders/${orderId}?refunded=${id}`);
    }
    const { merchantId } = await readOrder(orderId);
    const checked = await checkRefund({ merchantId, orderId, amount });
    return { ...checked, reason, refundNo, toConfirm: step === 'check' };
  },
});
