'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { applyCatalogueDraft } from '@/lib/carriers/apply-catalogue-draft';
import { liftStop } from '@/lib/carriers/lift-stop';
import { applyDraftInput, liftStopInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const applyDraftAction = action({
  name: 'apply catalogue draft',
  input: applyDraftInput,
  may: staffMay('catalogue.import'),
  run: async ({ draftId }, user) => {
    const { kind } = await applyCatalogueDraft({ draftId, by: staffActor(user) });
    redirect(`/office/carriers?applied=${kind}`);
  },
});

export const liftStopAction = action({
  name: 'lift carrier stop',
  input: liftStopInput,
  may: staffMay('stop.lift'),
  run: async ({ stopId, cause }, user) => {
    await liftStop({ stopId, cause, by: staffActor(user) });
    redirect(`/office/carriers?lifted=${stopId}`);
  },
});
