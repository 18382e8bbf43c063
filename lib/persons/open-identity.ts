import { present } from '@/lib/core/assert';
import { openItem } from '@/lib/vault/open-item';
import { selectIdentityItems } from './identity-store';

/**
 * A person's name and identity number, for the bank's eyes only: each reading is on record, and
 * neither may be logged or shown.
 */
export async function openIdentity(read: {
  personId: string;
  actor: string;
}): Promise<{ name: string; idNo: string }> {
  const { personId, actor } = read;
  const items = present(await selectIdentityItems(personId), `person ${personId}`);
  const name = await openItem({ itemId: items.nameItemId, actor, purpose: 'person_name' });
  const idNo = await openItem({ itemId: items.idNoItemId, actor, purpose: 'person_id_no' });
  return { name, idNo };
}
