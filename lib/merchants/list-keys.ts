import { listStaffNames } from '@/lib/auth/list-staff-names';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import type { ApiKey, LinkKey } from './key';
import { selectLiveApiKeys, selectLiveLinkKeys } from './key-store';

/**
 * The merchant's live keys, API keys oldest first and link keys newest first: never a secret.
 *
 * @throws Refusal not_permitted
 */
export async function listKeys({
  by,
}: {
  by: MerchantActor;
}): Promise<{ apiKeys: ApiKey[]; linkKeys: LinkKey[] }> {
  requireMerchantMay(by, 'key.read');
  const [apiKeys, linkKeys] = await Promise.all([
    selectLiveApiKeys(by.merchantId),
    selectLiveLinkKeys(by.merchantId),
  ]);
  const makers = [...apiKeys, ...linkKeys].flatMap(({ createdBy }) => createdBy ?? []);
  const names = await listStaffNames([...new Set(makers)]);
  const named = <Key extends { createdBy: string | null }>({ createdBy, ...key }: Key) => ({
    ...key,
    madeBy: createdBy === null ? null : (names.get(createdBy)?.displayName ?? null),
  });
  return { apiKeys: apiKeys.map(named), linkKeys: linkKeys.map(named) };
}
