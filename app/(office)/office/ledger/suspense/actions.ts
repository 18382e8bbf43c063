'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { present } from '@/lib/core/assert';
import { assignSuspenseCase } from '@/lib/virtual-accounts/assign-suspense-case';
import { assignCaseInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const assignCaseAction = action({
  name: 'assign suspense case',
  input: assignCaseInput,
  may: (user) => user?.role === 'office',
  run: async ({ caseId, number }, user) => {
    const actor = present(user, 'the signed-in user').id;
    await assignSuspenseCase({ caseId, number, actor });
    redirect(`/office/ledger/suspense?assigned=${caseId}`);
  },
});
