import { present } from '@/lib/core/assert';
import { openItem } from '@/lib/vault/open-item';
import { selectCardItems } from './bank-card-store';

/**
 * A card's number and its holder's name, for the bank's eyes only: each reading is on record, and
 * neither may be logged or shown.
 */
export async function openBankCard(read: {
  bankCardId: string;
  actor: string;
}): Promise<{ cardNo: string; name: string }> {
  const { bankCardId, actor } = read;
  const items = present(await selectCardItems(bankCardId), `card ${bankCardId}`);
  const cardNo = await openItem({ itemId: items.cardItemId, actor, purpose: 'bank_card' });
  const name = await openItem({ itemId: items.nameItemId, actor, purpose: 'person_name' });
  return { cardNo, name };
}
