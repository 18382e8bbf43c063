import { assert, present } from '@/lib/core/assert';
import { openItem } from '@/lib/vault/open-item';
import { merchantCardHash, merchantNameHash } from './merchant-account-hashes';
import { selectMerchantAccountItems } from './merchant-account-store';

/**
 * Number and name of where a merchant is paid out to, for the bank's eyes only: each reading is on record.
 * What the vault answers has to be what the merchant named, whoever wrote to the database since.
 */
export async function openMerchantAccount({
  merchantAccountId: id,
  actor,
}: {
  merchantAccountId: string;
  actor: string;
}): Promise<{ cardNo: string; name: string }> {
  const items = present(await selectMerchantAccountItems(id), `merchant account ${id}`);
  const { cardItemId, nameItemId } = items;
  const cardNo = await openItem({ itemId: cardItemId, actor, purpose: 'merchant_card' });
  const name = await openItem({ itemId: nameItemId, actor, purpose: 'merchant_name' });
  const isSame =
    merchantCardHash(cardNo) === items.cardHash && merchantNameHash(name) === items.nameHash;
  assert(isSame, `the vault holds another card or name than was named as ${id}`);
  return { cardNo, name };
}
