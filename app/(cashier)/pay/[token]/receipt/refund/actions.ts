'use server';

import { action, anyone } from '@/app/_server/action';
import { ASK_KEEPS, askPaidInput } from '@/app/(cashier)/receipt/ask-input';
import { askRefund } from '@/app/(cashier)/receipt/ask-refund';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';

/** The browser or the account that paid asks to have money back. */
export const askPaidRefundAction = action({
  name: 'ask for a refund of a paid order',
  input: askPaidInput,
  may: anyone,
  keep: ASK_KEEPS,
  run: async ({ token, ...input }) => {
    const order = await findOrderByToken(token);
    if (!order) throw new Refusal('order_not_found');
    return askRefund(input, { orderId: order.id, receipt: `/pay/${token}/receipt` });
  },
});
