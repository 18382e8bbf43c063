'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { recordRemittance } from '@/lib/carrier-statements/record-remittance';
import { remittanceInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const recordRemittanceAction = action({
  name: 'record remittance',
  input: remittanceInput,
  may: staffMay('remittance.record'),
  run: async (remittance, user) => {
    await recordRemittance({ ...remittance, by: staffActor(user) });
    redirect('/office/carrier-statements?recorded=1');
  },
});
