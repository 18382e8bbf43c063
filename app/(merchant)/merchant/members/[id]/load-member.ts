import { notFound } from 'next/navigation';
import { getMember } from '@/lib/auth/get-member';
import type { Member } from '@/lib/auth/member';
import { isRefusal } from '@/lib/core/errors';
import type { MerchantActor } from '@/lib/core/merchant-permissions';

/** The member, for a page; somebody of another merchant is as much a 404 as nobody. */
export async function loadMember(userId: string, by: MerchantActor): Promise<Member> {
  try {
    return await getMember({ userId, by });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
