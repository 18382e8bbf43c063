'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { endHeldRefund } from '@/lib/refunds/end-held-refund';
import { decideInquiry } from '@/lib/support/decide-inquiry';
import { openInquiry } from '@/lib/support/open-inquiry';
import { revealPayload } from '@/lib/support/reveal-payload';
import {
  decideInquirySchema,
  endHeldRefundSchema,
  openInquirySchema,
  revealPayloadSchema,
} from '@/lib/support/schema';

/** What is revealed comes back as the form's answer: it stands on this page once, and nowhere else. */
export const revealAction = action({
  name: 'reveal payload',
  input: revealPayloadSchema,
  may: staffMay('payload.reveal'),
  run: ({ why: reason, ...subject }, user) =>
    revealPayload({ ...subject, reason, by: staffActor(user) }),
});

export const openInquiryAction = action({
  name: 'open inquiry',
  input: openInquirySchema,
  may: staffMay('inquiry.open'),
  run: async (input, user) => {
    await openInquiry({ ...input, by: staffActor(user) });
    redirect(`/office/orders/${input.orderId}?asked=1#inquiry`);
  },
});

/** Who may only ask may still close what moves no money: the use case knows which that is. */
export const decideInquiryAction = action({
  name: 'decide inquiry',
  input: decideInquirySchema,
  may: (user) => staffMay('inquiry.open')(user) || staffMay('inquiry.decide')(user),
  keep: ['decision', 'note'],
  run: async ({ orderId, ...input }, user) => {
    await decideInquiry({ ...input, by: staffActor(user) });
    redirect(`/office/orders/${orderId}?decided=1#inquiry`);
  },
});

/** What went back by a refund that is held, or did not, as a person found out. */
export const endHeldRefundAction = action({
  name: 'end held refund',
  input: endHeldRefundSchema,
  may: staffMay('inquiry.decide'),
  keep: ['as', 'why'],
  run: async ({ orderId, ...input }, user) => {
    await endHeldRefund({ ...input, by: staffActor(user) });
    redirect(`/office/orders/${orderId}?decided=1`);
  },
});
