'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { switchMode } from '@/lib/merchants/switch-mode';

const nothing = z.object({});

/** What is open in another tab is of the mode before: whatever it sends is looked for in this one. */
const switchTo =
  (mode: 'test' | 'live') => async (_: object, user: Parameters<typeof memberActor>[0]) => {
    await switchMode({ mode, by: memberActor(user) });
    redirect('/merchant');
  };

export const toTestAction = action({
  name: 'switch to test mode',
  input: nothing,
  may: memberMay('settings.read'),
  run: switchTo('test'),
});

export const toLiveAction = action({
  name: 'switch to live mode',
  input: nothing,
  may: memberMay('settings.read'),
  run: switchTo('live'),
});
