'use server';

import { action, anyone } from '@/app/_server/action';
import { ASK_KEEPS, askFoundInput } from '../../ask-input';
import { askRefund } from '../../ask-refund';

/** Whoever has found the receipt by number and phone tail asks to have money back. */
export const askFoundRefundAction = action({
  name: 'ask for a refund of a found receipt',
  input: askFoundInput,
  may: anyone,
  keep: ASK_KEEPS,
  run: ({ orderId, ...input }) => askRefund(input, { orderId, receipt: `/receipt/${orderId}` }),
});
