import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentUser } from '@/lib/auth/current-user';
import { requireUser } from '@/lib/auth/require-user';
import type { CurrentUser } from '@/lib/auth/user';
import { Refusal } from '@/lib/core/errors';
import {
  mayDo,
  type StaffAction,
  type StaffActor,
  type StaffRole,
} from '@/lib/core/staff-permissions';

export type StaffUser = CurrentUser & { staffRole: StaffRole };

/**
 * The member of the office who opens a page; anybody else is led to sign in, and whose role may not do
 * `action`, to a page that says so.
 */
export async function requireStaff(next: string, action?: StaffAction): Promise<StaffUser> {
  const user = await requireUser('office', next);
  if (action !== undefined && !mayDo(user.staffRole, action)) redirect('/office/not-permitted');
  return { ...user, ...staffActor(user) };
}

/**
 * The user as the office's use cases take one.
 *
 * @throws Refusal sign_in_required, not_permitted (somebody from outside the office)
 */
export function staffActor(user: CurrentUser | null): StaffActor {
  if (!user) throw new Refusal('sign_in_required');
  const { id, staffRole } = user;
  if (staffRole === null) throw new Refusal('not_permitted', { userId: id });
  return { id, staffRole };
}

/**
 * Whoever of the office this page is drawn for, once a request; what a page reads asks for it.
 *
 * @throws Refusal sign_in_required, not_permitted (somebody from outside the office)
 */
export const staffHere = cache(async (): Promise<StaffActor> => staffActor(await currentUser()));

/** For a form's `may`: the role is asked, and the use case asks again. */
export const staffMay =
  (action: StaffAction) =>
  (user: CurrentUser | null): boolean =>
    mayDo(user?.staffRole ?? null, action);
