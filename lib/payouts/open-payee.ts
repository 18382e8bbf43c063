import { assert, present } from '@/lib/core/assert';
import { openItem } from '@/lib/vault/open-item';
import { payeeCardHash, payeeNameHash } from './payee-hashes';
import { selectPayeeItems } from './payee-store';

/**
 * A payee's card number and name, for the bank's eyes only, and the identity number where one was
 * given: each reading is on record, and none may be logged or shown. What the vault answers has to be what
 * was approved, whoever wrote to the database since.
 */
export async function openPayee({
  payeeId,
  actor,
  withIdNo = false,
}: {
  payeeId: string;
  actor: string;
  withIdNo?: boolean;
}): Promise<{ cardNo: string; name: string; idNo?: string }> {
  const items = present(await selectPayeeItems(payeeId), `payee ${payeeId}`);
  const read = (itemId: string | null, purpose: 'payee_card' | 'payee_name' | 'payee_id_no') =>
    openItem({ itemId: present(itemId, `${purpose} of ${payeeId}`), actor, purpose });
  const cardNo = await read(items.cardItemId, 'payee_card');
  const name = await read(items.nameItemId, 'payee_name');
  const isSame = payeeCardHash(cardNo) === items.cardHash && payeeNameHash(name) === items.nameHash;
  assert(isSame, `the vault holds another card or name than was named as ${payeeId}`);
  if (!withIdNo || !items.idNoItemId) return { cardNo, name };
  return { cardNo, name, idNo: await read(items.idNoItemId, 'payee_id_no') };
}
