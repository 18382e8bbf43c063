import { Refusal } from '@/lib/core/errors';
import { openItem } from '@/lib/vault/open-item';
import { selectPhoneItem } from './confirmation-store';

/**
 * The phone that the user has proved, out of the vault: each reading is on record there. For whom it
 * is sent to only: it may be neither logged nor shown.
 *
 * @throws Refusal phone_unknown (the user signed in last before phones were kept)
 */
export async function openUserPhone({ userId }: { userId: string }): Promise<string> {
  const itemId = await selectPhoneItem(userId);
  if (!itemId) throw new Refusal('phone_unknown', { userId });
  return openItem({ itemId, actor: `user:${userId}`, purpose: 'user_phone' });
}
