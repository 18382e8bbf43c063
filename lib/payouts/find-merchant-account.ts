import type { MerchantAccount } from './merchant-account';
import { selectMerchantAccount } from './merchant-account-store';

/** Where this merchant is paid out to; undefined: it has not said. */
export async function findMerchantAccount({
  merchantId,
}: {
  merchantId: string;
}): Promise<MerchantAccount | undefined> {
  const found = await selectMerchantAccount(merchantId);
  if (!found) return undefined;
  const { cardHash: _card, nameHash: _name, ...account } = found;
  return account;
}
