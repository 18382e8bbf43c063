import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';

/**
 * What an account took in by one event within the last hours. What was reversed since is not
 * counted. The accounting date is never before the posting, so it spares looking up older entries.
 */
export async function selectRecentCredits(
  tx: Tx,
  { accountId, event, hours }: { accountId: string; event: string; hours: number },
): Promise<bigint> {
  const rows = await tx.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(l.amount_minor), 0)::bigint AS sum
      FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
     WHERE l.account_id = ${accountId} AND l.side = 'credit' AND e.event = ${event}
       AND e.posted_at > clock_timestamp() - make_interval(hours => ${hours}::int)
       AND l.accounting_date >=
           ((clock_timestamp() - make_interval(hours => ${hours}::int)) AT TIME ZONE 'Asia/Shanghai')::date
       AND NOT EXISTS (SELECT FROM ledger_entries r WHERE r.reverses = e.id)`;
  return present(rows[0], 'the sum of recent credits').sum;
}
