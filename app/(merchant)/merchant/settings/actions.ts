'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { setLatePolicy } from '@/lib/merchants/set-late-policy';
import { setLimits } from '@/lib/merchants/set-limits';
import { setMethods } from '@/lib/merchants/set-methods';
import { setOwnReturnOrigins } from '@/lib/merchants/set-own-return-origins';
import { latePolicyInput, limitsInput, methodsInput, originsInput } from './input';

const may = memberMay('settings.change');

export const methodsAction = action({
  name: 'set methods',
  input: methodsInput,
  may,
  run: async (shown, user): Promise<never> => {
    await setMethods({ by: memberActor(user), shown });
    redirect('/merchant/settings?done=methods');
  },
});

export const limitsAction = action({
  name: 'set limits',
  input: limitsInput,
  may,
  run: async (limits, user): Promise<never> => {
    await setLimits({ by: memberActor(user), ...limits });
    redirect('/merchant/settings?done=limits');
  },
});

export const latePolicyAction = action({
  name: 'set late policy',
  input: latePolicyInput,
  may,
  run: async (given, user): Promise<never> => {
    await setLatePolicy({ by: memberActor(user), ...given });
    redirect('/merchant/settings?done=late');
  },
});

export const originsAction = action({
  name: 'set return origins',
  input: originsInput,
  may,
  run: async ({ origins: returnOrigins }, user): Promise<never> => {
    await setOwnReturnOrigins({ by: memberActor(user), returnOrigins });
    redirect('/merchant/settings?done=origins');
  },
});
