import { db, type Tx } from '@/lib/core/db';
import type { ApiKey, LinkKey } from './key';

type Made<Key> = Omit<Key, 'madeBy'> & { createdBy: string | null };

export const selectLiveApiKeys = (merchantId: string, tx: Tx = db()): Promise<Made<ApiKey>[]> =>
  tx.apiKey.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      hint: true,
      name: true,
      createdAt: true,
      createdBy: true,
      lastUsedAt: true,
    },
  });

export const selectLiveLinkKeys = (merchantId: string, tx: Tx = db()): Promise<Made<LinkKey>[]> =>
  tx.linkKey.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, createdBy: true },
  });

/** Only what is older than five minutes is written anew: a busy key costs one row a few times an hour. */
export async function noteApiKeyUse(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE api_keys SET last_used_at = clock_timestamp()
     WHERE id = ${id}
       AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '5 minutes')`;
}
