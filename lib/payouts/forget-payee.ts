import type { Tx } from '@/lib/core/db';
import { removeItem } from '@/lib/vault/remove-item';
import { markForgotten, selectPayeeItems } from './payee-store';

/**
 * Destroys what was kept of a payee once nothing can be sent there any more; masks and hashes stay, as
 * what was approved and by whom. Again it changes nothing.
 */
export async function forgetPayee(tx: Tx, { payeeId }: { payeeId: string }): Promise<void> {
  const items = await selectPayeeItems(payeeId, tx);
  if (!items || !(await markForgotten(tx, payeeId))) return;
  const { cardItemId, nameItemId, idNoItemId } = items;
  if (cardItemId) await removeItem(tx, { itemId: cardItemId, purpose: 'payee_card' });
  if (nameItemId) await removeItem(tx, { itemId: nameItemId, purpose: 'payee_name' });
  if (idNoItemId) await removeItem(tx, { itemId: idNoItemId, purpose: 'payee_id_no' });
}
