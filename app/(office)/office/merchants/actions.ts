'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { openLiveMode } from '@/lib/merchants/open-live-mode';
import { setRefundTerms } from '@/lib/merchants/set-refund-terms';
import { openLiveInput, refundTermsInput } from './input';

/** Contracts are an operator's; what changed and why is on record. */
export const refundTermsAction = action({
  name: 'set refund terms',
  input: refundTermsInput,
  may: staffMay('contract.change'),
  keep: ['refundFee', 'unclaimedRefund', 'why'],
  run: async ({ merchantId, ...terms }, user): Promise<never> => {
    await setRefundTerms({ merchantId, ...terms, by: staffActor(user) });
    redirect(`/office/merchants?merchant=${merchantId}&done=1`);
  },
});

/** Real money from now on: an operator's, with what it rests on. */
export const openLiveModeAction = action({
  name: 'open live mode',
  input: openLiveInput,
  may: staffMay('contract.change'),
  keep: ['why'],
  run: async (input, user): Promise<never> => {
    const { id } = await openLiveMode({ ...input, by: staffActor(user) });
    redirect(`/office/merchants?merchant=${id}&done=1`);
  },
});
