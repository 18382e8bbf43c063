import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { action } from '@/app/_server/action';
import { staffActor } from '@/app/_server/staff';
import type { StaffActor } from '@/lib/core/staff-permissions';
import type { Act } from './acts';

/**
 * One thing done to a case. Everybody of the office may press; the use case says who may do it. The page
 * that follows says what was done, with or without JavaScript.
 */
export const caseAction = <Input extends { caseId: string }>(
  act: Act,
  input: z.ZodType<Input>,
  run: (input: Input, by: StaffActor) => Promise<unknown>,
) =>
  action<Input, undefined>({
    name: `case ${act}`,
    input,
    may: (user) => user?.role === 'office',
    run: async (given, user) => {
      await run(given, staffActor(user));
      redirect(`/office/refund-cases/${given.caseId}?done=${act}`);
    },
  });
