import type { Tx } from '@/lib/core/db';

/** Whoever takes from or settles a merchant's pending money holds this until the transaction ends. */
export async function lockFunds(tx: Tx, merchantId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM pg_advisory_xact_lock(hashtextextended(${`refund-funds:${merchantId}`}, 0))`;
}
