'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor } from '@/app/_server/staff';
import { keepSavedView } from '@/lib/support/keep-saved-view';
import { removeSavedView } from '@/lib/support/remove-saved-view';
import { keepViewInput, removeViewInput } from './view-input';

/** The sidebar of the page that follows has the view. */
export const keepViewAction = action({
  name: 'keep saved view',
  input: keepViewInput,
  may: (user) => user?.role === 'office',
  run: async ({ name, path }, user) => {
    redirect((await keepSavedView({ name, path, by: staffActor(user) })).path);
  },
});

export const removeViewAction = action({
  name: 'remove saved view',
  input: removeViewInput,
  may: (user) => user?.role === 'office',
  run: async ({ viewId }, user) => {
    await removeSavedView({ viewId, by: staffActor(user) });
  },
});
