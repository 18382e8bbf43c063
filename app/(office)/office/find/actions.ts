'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { readSearch } from '@/lib/support/read-search';
import { typedSearchSchema } from '@/lib/support/schema';
import { addressOf } from './typed';

/** What was typed is posted: a whole phone or card never gets into an address. */
export const findAction = action({
  name: 'find orders',
  input: typedSearchSchema,
  may: staffMay('order.find'),
  run: async (typed, user) => {
    redirect(addressOf({ ...(await readSearch({ typed, by: staffActor(user) })) }));
  },
});
