import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentUser } from '@/lib/auth/current-user';
import { requireUser } from '@/lib/auth/require-user';
import type { CurrentUser } from '@/lib/auth/user';
import { Refusal } from '@/lib/core/errors';
import {
  type MerchantAction,
  type MerchantActor,
  merchantMay,
} from '@/lib/core/merchant-permissions';
import { withItsQuery } from './asked-address';

/**
 * The merchant's member who opens a page; anybody else is led to sign in, and back to all that was asked for;
 * whose role may not do `action`, to a page that says so.
 */
export async function requireMember(
  next: `/merchant${string}`,
  action?: MerchantAction,
): Promise<{ user: CurrentUser; actor: MerchantActor }> {
  const user = await requireUser('merchant', await withItsQuery(next));
  const actor = memberActor(user);
  if (action !== undefined && !merchantMay(actor.merchantRole, action)) {
    redirect('/merchant/not-permitted');
  }
  return { user, actor };
}

/**
 * The user as a merchant's use cases take one.
 *
 * @throws Refusal sign_in_required, not_permitted (somebody of no merchant)
 */
export function memberActor(user: CurrentUser | null): MerchantActor {
  if (!user) throw new Refusal('sign_in_required');
  const { id, merchantId, merchantRole } = user;
  if (merchantId === null || merchantRole === null) {
    throw new Refusal('not_permitted', { userId: id });
  }
  return { id, merchantId, merchantRole };
}

/**
 * The member whom this page is drawn for, once a request; what a page reads asks for it.
 *
 * @throws Refusal sign_in_required, not_permitted (somebody of no merchant)
 */
export const memberHere = cache(
  async (): Promise<MerchantActor> => memberActor(await currentUser()),
);

/** For a form's `may`: the role is asked, and the use case asks again. */
export const memberMay =
  (action: MerchantAction) =>
  (user: CurrentUser | null): boolean =>
    merchantMay(user?.merchantRole ?? null, action);
