'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { createPaymentLink } from '@/lib/payment-links/create-payment-link';
import { newLinkInput } from './input';

const CHOICES = [
  'subject',
  'kind',
  'goods',
  'amount',
  'least',
  'most',
  'uses',
  'ends',
  'returnUrl',
];

export const createLinkAction = action({
  name: 'create payment link',
  input: newLinkInput,
  may: memberMay('link.change'),
  keep: CHOICES,
  run: async (asked, user): Promise<never> => {
    const { id } = await createPaymentLink({ by: memberActor(user), asked });
    redirect(`/merchant/links/${id}?done=created`);
  },
});
