import type { Tx } from '@/lib/core/db';

/** One refund at a time of each member of the office, until the transaction ends; taken before all others. */
export async function lockAgent(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`agent-refund:${userId}`}, 0))`;
}

/** What they asked for today, Beijing time, in fen; what came to nothing is left out. */
export async function selectAskedToday(tx: Tx, userId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS minor FROM refunds
     WHERE requested_by = ${userId} AND asked_by = 'agent' AND replaces_id IS NULL
       AND state NOT IN ('failed', 'declined')
       AND created_at >= date_trunc('day', clock_timestamp(), 'Asia/Shanghai')`;
  return rows[0]?.minor ?? 0n;
}
