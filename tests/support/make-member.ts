import { newTotpSecret } from '@/lib/auth/totp';
import { newId } from '@/lib/core/ids';
import type { MerchantActor, MerchantRole } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { seedMerchant } from './factories/merchants';
import { staffCode } from './make-staff';

/** A member of that merchant (or of a new one) with an authenticator, whom no other test uses. */
export async function makeMember({
  merchantId,
  role = 'owner',
}: {
  merchantId?: string;
  role?: MerchantRole;
} = {}): Promise<MerchantActor & { displayName: string; email: string }> {
  const id = newId('usr');
  const displayName = `Test ${role} ${id.slice(-6)}`;
  const email = `${id}@member.test`;
  const at = merchantId ?? (await seedMerchant()).id;
  await inTransaction(async (tx) => {
    const totpItemId = await keepItem(tx, { purpose: 'staff_totp', plain: newTotpSecret() });
    const who = { id, role: 'merchant', merchantRole: role, merchantId: at } as const;
    await tx.user.create({
      data: { ...who, displayName, email, totpItemId },
      select: { id: true },
    });
  });
  return { id, merchantId: at, merchantRole: role, displayName, email };
}

/** The next code of a member's authenticator: as if half a minute had passed since the last one. */
export const memberCode = (userId: string): Promise<string> => staffCode(userId);

/** One with a code of theirs, as what changes keys, members and money takes them; for one call. */
export async function memberWithCode(
  given: Parameters<typeof makeMember>[0] = {},
): Promise<{ by: MerchantActor; code: string }> {
  const { id, merchantId, merchantRole } = await makeMember(given);
  return { by: { id, merchantId, merchantRole }, code: await memberCode(id) };
}
