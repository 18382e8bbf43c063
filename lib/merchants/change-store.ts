import { db } from '@/lib/core/db';
import type { MerchantChange } from './looks-store';

export type KeptChange = MerchantChange & { id: bigint; at: Date };

/** What a merchant's two rows have in common, whichever of them it was changed from. */
const SHARED = ['member', 'invitation'] as const satisfies MerchantChange['subject'][];

/** A merchant's changes, newest first, with those of its members that were made from its other row. */
export async function selectMerchantChanges({
  merchantId,
  twinId,
  before,
  limit,
}: {
  merchantId: string;
  twinId: string | undefined;
  before?: bigint | undefined;
  limit: number;
}): Promise<KeptChange[]> {
  const rows = await db().merchantChange.findMany({
    where: {
      OR: [
        { merchantId },
        ...(twinId ? [{ merchantId: twinId, subject: { in: [...SHARED] } }] : []),
      ],
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows as KeptChange[];
}
