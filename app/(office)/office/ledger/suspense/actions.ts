'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { assignSuspenseCase } from '@/lib/virtual-accounts/assign-suspense-case';
import { assignCaseInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const assignCaseAction = action({
  name: 'assign suspense case',
  input: assignCaseInput,
  may: staffMay('suspense.assign'),
  run: async ({ caseId, number, code }, user) => {
    const done = await assignSuspenseCase({ caseId, number, code, by: staffActor(user) });
    redirect(`/office/ledger/suspense?${done}=${caseId}`);
  },
});
