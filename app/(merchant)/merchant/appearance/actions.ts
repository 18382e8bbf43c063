'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { removeMerchantLogo } from '@/lib/merchants/remove-merchant-logo';
import { setMerchantAccent } from '@/lib/merchants/set-merchant-accent';
import { accentInput, removeLogoInput } from './input';

/** A colour is looked at first, or kept; a merchant changes its own only. */
export const accentAction = action({
  name: 'set accent colour',
  input: accentInput,
  may: memberMay('settings.change'),
  run: async ({ accentColor, step }, user) => {
    if (step === 'look') return { accentColor };
    await setMerchantAccent({ accentColor, by: memberActor(user) });
    redirect('/merchant/appearance?done=colour');
  },
});

export const removeLogoAction = action({
  name: 'remove logo',
  input: removeLogoInput,
  may: memberMay('settings.change'),
  run: async (_input, user): Promise<never> => {
    await removeMerchantLogo({ by: memberActor(user) });
    redirect('/merchant/appearance?done=removed');
  },
});
