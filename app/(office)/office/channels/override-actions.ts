'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { confirmOverride } from '@/lib/channel-health/confirm-override';
import { endOverride } from '@/lib/channel-health/end-override';
import { proposeOverride } from '@/lib/channel-health/propose-override';
import { confirmOverrideInput, endOverrideInput, overrideInput } from './override-input';

export const proposeOverrideAction = action({
  name: 'propose breaker override',
  input: overrideInput,
  may: staffMay('breaker.propose'),
  keep: ['which', 'force', 'minutes', 'reason'],
  run: async ({ which, ...asked }, user): Promise<never> => {
    await proposeOverride({ ...which, ...asked, by: staffActor(user) });
    redirect('/office/channels?breaker=proposed');
  },
});

export const confirmOverrideAction = action({
  name: 'confirm breaker override',
  input: confirmOverrideInput,
  may: staffMay('breaker.confirm'),
  run: async ({ id, code }, user): Promise<never> => {
    await confirmOverride({ overrideId: id, code, by: staffActor(user) });
    redirect('/office/channels?breaker=confirmed');
  },
});

export const endOverrideAction = action({
  name: 'end breaker override',
  input: endOverrideInput,
  may: staffMay('breaker.propose'),
  run: async ({ id }, user): Promise<never> => {
    await endOverride({ overrideId: id, by: staffActor(user) });
    redirect('/office/channels?breaker=ended');
  },
});
