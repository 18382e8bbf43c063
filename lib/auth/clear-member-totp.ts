import type { Tx } from '@/lib/core/db';
import { removeItem } from '@/lib/vault/remove-item';
import { clearTotp, type KeptMember } from './staff-store';

/** A member's authenticator ends with its secret and every session; the next sign-in sets up another one. */
export async function clearMemberTotp(tx: Tx, { id, totpItemId }: KeptMember): Promise<void> {
  await clearTotp(tx, id);
  if (totpItemId) await removeItem(tx, { itemId: totpItemId, purpose: 'staff_totp' });
}
