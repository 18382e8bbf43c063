import type { Tx } from '@/lib/core/db';
import { keepItem } from '@/lib/vault/keep-item';
import { lockPhoneItem, updatePhoneItem } from './store';

/** Keeps the user's proved phone in the vault, once: confirmation codes are sent to it. */
export async function keepUserPhone(
  tx: Tx,
  { userId, phone }: { userId: string; phone: string },
): Promise<void> {
  if (await lockPhoneItem(tx, userId)) return;
  const phoneItemId = await keepItem(tx, { purpose: 'user_phone', plain: phone });
  await updatePhoneItem(tx, { userId, phoneItemId });
}
