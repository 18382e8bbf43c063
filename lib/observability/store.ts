import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { Prisma } from '@/prisma/generated/client';
import { type Figure, RECENT_MINUTES } from './figures';

const recent = Prisma.sql`clock_timestamp() - make_interval(mins => ${RECENT_MINUTES}::int)`;
const since = (at: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(greatest(extract(epoch FROM clock_timestamp() - ${at}), 0), 0)::float8`;
const labelled = (...pairs: Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;

/**
 * The smallest id of what was made lately: ids sort by time, so their own index finds it. A minute more for
 * clocks that differ; the database's clock decides.
 */
const firstId = (prefix: string): string => {
  const time = newSortableNumber(Date.now() - (RECENT_MINUTES + 1) * 60_000).slice(0, 10);
  return `${prefix}_${time}`;
};

/** Each by the partial indexes that hold what is undecided and nothing else. */
const undecided = (kind: string, table: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT 'cashier_in_doubt', ${labelled(Prisma.sql`'kind', ${kind}::text`)}, count(*)::float8
    FROM ${table} WHERE state = 'unknown'
  UNION ALL
  SELECT 'cashier_oldest_in_doubt_seconds', ${labelled(Prisma.sql`'kind', ${kind}::text`)},
         ${since(Prisma.sql`min(created_at)`)}
    FROM ${table} WHERE state = 'unknown'
  UNION ALL
  SELECT 'cashier_question_overdue_seconds', ${labelled(Prisma.sql`'kind', ${kind}::text`)},
         ${since(Prisma.sql`min(next_ask_at)`)}
    FROM ${table} WHERE next_ask_at IS NOT NULL`;

const DUE = Prisma.sql`
  SELECT q.name AS queue, count(j.id)::float8 AS due, ${since(Prisma.sql`min(j.start_after)`)} AS overdue
    FROM pgboss.queue q
    LEFT JOIN pgboss.job j ON j.name = q.name AND j.state < 'active' AND j.start_after <= clock_timestamp()
   GROUP BY q.name`;

const WEBHOOKS = Prisma.sql`
  SELECT t.tried, count(d.id)::float8 AS due, ${since(Prisma.sql`min(d.next_try_at)`)} AS overdue
    FROM (VALUES ('no'), ('yes')) t(tried)
    LEFT JOIN deliveries d ON d.state = 'pending' AND d.next_try_at <= clock_timestamp()
                          AND (d.tries > 0) = (t.tried = 'yes')
   GROUP BY t.tried`;

/**
 * What several processes share, but for the channels' health: one statement, so all of one moment. It reads what is
 * undecided, waits or is recent, by indexes that hold nothing else or end there: never a whole table.
 */
export const figuresQuery = (): Prisma.Sql => Prisma.sql`
  WITH due AS (${DUE}), webhooks AS (${WEBHOOKS}),
  lag AS (
    SELECT extract(epoch FROM d.delivered_at - e.created_at)::float8 AS seconds
      FROM deliveries d JOIN outbox_events e ON e.id = d.event_id
     WHERE d.id >= ${firstId('dlv')} AND d.created_at > ${recent} AND d.state = 'delivered')
  SELECT 'cashier_attempts_recent' AS name,
         jsonb_build_object('mode', m.mode, 'method', a.method, 'channel', a.channel, 'state', a.state) AS labels,
         count(*)::float8 AS value
    FROM attempts a JOIN merchants m ON m.id = a.merchant_id
   WHERE a.id >= ${firstId('att')} AND a.created_at > ${recent}
   GROUP BY m.mode, a.method, a.channel, a.state
  UNION ALL ${undecided('attempt', Prisma.sql`attempts`)}
  UNION ALL ${undecided('refund', Prisma.sql`refunds`)}
  UNION ALL ${undecided('payout', Prisma.sql`payouts`)}
  UNION ALL SELECT 'cashier_jobs_due', jsonb_build_object('queue', queue), due FROM due
  UNION ALL SELECT 'cashier_job_overdue_seconds', jsonb_build_object('queue', queue), overdue FROM due
  UNION ALL SELECT 'cashier_outbox_waiting', '{}', count(*)::float8 FROM outbox_events WHERE relayed_at IS NULL
  UNION ALL SELECT 'cashier_outbox_oldest_seconds', '{}', ${since(Prisma.sql`min(created_at)`)}
    FROM outbox_events WHERE relayed_at IS NULL
  UNION ALL SELECT 'cashier_webhooks_due', jsonb_build_object('tried', tried), due FROM webhooks
  UNION ALL SELECT 'cashier_webhook_overdue_seconds', jsonb_build_object('tried', tried), overdue FROM webhooks
  UNION ALL
  SELECT 'cashier_webhook_lag_seconds', jsonb_build_object('quantile', q.q::text),
         percentile_cont(q.q) WITHIN GROUP (ORDER BY lag.seconds)
    FROM lag, (VALUES (0.5::float8), (0.95), (0.99)) q(q) GROUP BY q.q`;

export const selectFigures = (): Promise<Figure[]> => db().$queryRaw<Figure[]>(figuresQuery());

export interface Prepared {
  migrations: string[];
  queues: string[];
}

/** What the migrate step has done to this database: migrations that were finished, and the queues. */
export async function selectPrepared(): Promise<Prepared> {
  const [row] = await db().$queryRaw<Prepared[]>`
    SELECT ARRAY(SELECT migration_name::text FROM _prisma_migrations
                  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
           ARRAY(SELECT name::text FROM pgboss.queue) AS queues`;
  return row ?? { migrations: [], queues: [] };
}
