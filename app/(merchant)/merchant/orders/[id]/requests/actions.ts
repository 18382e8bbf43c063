'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { approveRefundByMember } from '@/lib/refunds/approve-refund-by-member';
import { declineRefundByMember } from '@/lib/refunds/decline-refund-by-member';
import { approveInput, declineInput } from './input';

/** What a shopper of this merchant asked for goes back. */
export const approveAction = action({
  name: 'approve a refund',
  input: approveInput,
  may: memberMay('refund.decide'),
  run: async ({ orderId, refundId }, user): Promise<never> => {
    await approveRefundByMember({ refundId, by: memberActor(user) });
    redirect(`/merchant/orders/${orderId}?decided=approved`);
  },
});

/** It does not, and the shopper reads why. */
export const declineAction = action({
  name: 'decline a refund',
  input: declineInput,
  may: memberMay('refund.decide'),
  run: async ({ orderId, refundId, reason }, user): Promise<never> => {
    await declineRefundByMember({ refundId, reason, by: memberActor(user) });
    redirect(`/merchant/orders/${orderId}?decided=declined`);
  },
});
