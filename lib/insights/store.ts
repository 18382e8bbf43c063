import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { DayFigures, DayWayFigures, HourFigures } from './figures';
import { CHANGING_DAYS, COUNTED_DAYS, LIVE_DAYS, PAY_SPANS } from './rules';

/** A merchant, and its days from one to another, both included: YYYY-MM-DD. */
export interface Span {
  merchantId: string;
  from: string;
  to: string;
}

const ZONE = Prisma.sql`'Asia/Shanghai'`;
const dayOf = (at: Prisma.Sql): Prisma.Sql => Prisma.sql`(${at} AT TIME ZONE ${ZONE})::date`;
const within = (at: Prisma.Sql, { from, to }: Span): Prisma.Sql => Prisma.sql`
  ${at} >= ${from}::date::timestamp AT TIME ZONE ${ZONE}
  AND ${at} < (${to}::date + 1)::timestamp AT TIME ZONE ${ZONE}`;

/** How often a value lies in each span. */
const spans = (seconds: Prisma.Sql): Prisma.Sql => {
  const ends = Prisma.sql`ARRAY[${Prisma.join([...PAY_SPANS])}]::float8[]`;
  const each = [...PAY_SPANS, 0].map(
    (_, span) =>
      Prisma.sql`count(*) FILTER (WHERE width_bucket(${seconds}, ${ends}) = ${span})::int`,
  );
  return Prisma.sql`ARRAY[${Prisma.join(each)}]`;
};

/**
 * Each day's figures. The funnel follows the orders that were made that day; money counts on the day on
 * which it was paid, a refund on the one on which it was asked for. Each part reads one index of the merchant.
 */
const counted = (span: Span): Prisma.Sql => Prisma.sql`
  WITH days AS (SELECT d::date AS day FROM generate_series(${span.from}::date, ${span.to}::date, interval '1 day') d),
  made AS (
    SELECT ${dayOf(Prisma.sql`o.created_at`)} AS day, count(*)::int AS orders,
           count(*) FILTER (WHERE seen.it)::int AS opened,
           count(*) FILTER (WHERE seen.it AND (o.state = 'paid' OR tried.it))::int AS chosen,
           count(*) FILTER (WHERE seen.it AND o.state = 'paid')::int AS finished
      FROM orders o
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM order_openings p WHERE p.order_id = o.id) AS it) seen
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM attempts a WHERE a.order_id = o.id) AS it) tried
     WHERE o.merchant_id = ${span.merchantId} AND ${within(Prisma.sql`o.created_at`, span)} GROUP BY 1),
  money AS (
    SELECT ${dayOf(Prisma.sql`o.paid_at`)} AS day, count(*)::int AS payments, sum(o.amount_minor)::bigint AS paid_minor,
           ${spans(Prisma.sql`extract(epoch FROM o.paid_at - seen.at)::float8`)} AS pay_times
      FROM orders o
      CROSS JOIN LATERAL (SELECT min(p.opened_at) AS at FROM order_openings p WHERE p.order_id = o.id) seen
     WHERE o.merchant_id = ${span.merchantId} AND ${within(Prisma.sql`o.paid_at`, span)} GROUP BY 1),
  back AS (
    SELECT ${dayOf(Prisma.sql`r.requested_at`)} AS day,
           count(*) FILTER (WHERE r.part_of_id IS NULL)::int AS refunds, sum(r.amount_minor)::bigint AS refunded_minor
      FROM refunds r
     WHERE r.merchant_id = ${span.merchantId} AND ${within(Prisma.sql`r.requested_at`, span)}
       AND r.cause = 'requested' AND r.replaces_id IS NULL
       AND NOT EXISTS (SELECT FROM refunds e WHERE e.id = refund_end(r.id) AND e.state IN ('failed', 'declined', 'requested'))
     GROUP BY 1)
  SELECT days.day, coalesce(made.orders, 0) AS orders, coalesce(made.opened, 0) AS opened,
         coalesce(made.chosen, 0) AS chosen, coalesce(made.finished, 0) AS finished,
         coalesce(money.payments, 0) AS payments, coalesce(money.paid_minor, 0) AS paid_minor,
         coalesce(back.refunds, 0) AS refunds, coalesce(back.refunded_minor, 0) AS refunded_minor,
         coalesce(money.pay_times, array_fill(0, ARRAY[${PAY_SPANS.length + 1}::int])) AS pay_times
    FROM days LEFT JOIN made USING (day) LEFT JOIN money USING (day) LEFT JOIN back USING (day)`;

const countedWays = (span: Span): Prisma.Sql => Prisma.sql`
  SELECT ${dayOf(Prisma.sql`a.created_at`)} AS day, a.method, a.channel, count(*)::int AS tries,
         count(*) FILTER (WHERE a.state = 'succeeded')::int AS succeeded,
         count(*) FILTER (WHERE a.state = 'failed')::int AS failed,
         coalesce(sum(a.amount_minor + a.balance_minor) FILTER (WHERE a.state = 'succeeded'), 0)::bigint AS paid_minor
    FROM attempts a
   WHERE a.merchant_id = ${span.merchantId} AND ${within(Prisma.sql`a.created_at`, span)} GROUP BY 1, 2, 3`;

const DAY_COLUMNS = Prisma.sql`
  f.day::text AS day, f.orders, f.opened, f.chosen, f.finished, f.payments, f.paid_minor AS "paidMinor",
  f.refunds, f.refunded_minor AS "refundedMinor", f.pay_times AS "payTimes"`;
const WAY_COLUMNS = Prisma.sql`
  w.day::text AS day, w.method::text AS method, w.channel::text AS channel,
  w.tries, w.succeeded, w.failed, w.paid_minor AS "paidMinor"`;

export const countDays = (span: Span): Promise<DayFigures[]> =>
  db().$queryRaw<DayFigures[]>`SELECT ${DAY_COLUMNS} FROM (${counted(span)}) f ORDER BY f.day`;

export const countWays = (span: Span): Promise<DayWayFigures[]> =>
  db().$queryRaw<
    DayWayFigures[]
  >`SELECT ${WAY_COLUMNS} FROM (${countedWays(span)}) w ORDER BY 1, 2, 3`;

/** Days as they were counted; those that were not are missing. */
export const selectDays = ({ merchantId, from, to }: Span): Promise<DayFigures[]> =>
  db().$queryRaw<DayFigures[]>`
    SELECT ${DAY_COLUMNS} FROM merchant_days f
     WHERE f.merchant_id = ${merchantId} AND f.day BETWEEN ${from}::date AND ${to}::date ORDER BY f.day`;

export const selectWays = ({ merchantId, from, to }: Span): Promise<DayWayFigures[]> =>
  db().$queryRaw<DayWayFigures[]>`
    SELECT ${WAY_COLUMNS} FROM merchant_day_ways w
     WHERE w.merchant_id = ${merchantId} AND w.day BETWEEN ${from}::date AND ${to}::date ORDER BY 1, 2, 3`;

export const countHours = (span: Span): Promise<HourFigures[]> =>
  db().$queryRaw<HourFigures[]>`
    SELECT extract(hour FROM o.paid_at AT TIME ZONE ${ZONE})::int AS hour, count(*)::int AS payments,
           sum(o.amount_minor)::bigint AS "paidMinor"
      FROM orders o
     WHERE o.merchant_id = ${span.merchantId} AND ${within(Prisma.sql`o.paid_at`, span)} GROUP BY 1`;

/** Today in Beijing by the database's clock. */
export async function selectToday(): Promise<string> {
  const rows = await db().$queryRaw<{ day: string }[]>`
    SELECT ${dayOf(Prisma.sql`clock_timestamp()`)}::text AS day`;
  return present(rows[0], 'the day').day;
}

/** Keeps these days as they are now. */
export async function keepDays(tx: Tx, span: Span): Promise<void> {
  const { merchantId, from, to } = span;
  await tx.$executeRaw`
    INSERT INTO merchant_days (merchant_id, day, orders, opened, chosen, finished, payments, paid_minor,
                               refunds, refunded_minor, pay_times, counted_at)
    SELECT ${merchantId}, f.*, clock_timestamp() FROM (${counted(span)}) f
    ON CONFLICT (merchant_id, day) DO UPDATE SET
      (orders, opened, chosen, finished, payments, paid_minor, refunds, refunded_minor, pay_times, counted_at)
      = (excluded.orders, excluded.opened, excluded.chosen, excluded.finished, excluded.payments, excluded.paid_minor,
         excluded.refunds, excluded.refunded_minor, excluded.pay_times, excluded.counted_at)`;
  await tx.$executeRaw`
    DELETE FROM merchant_day_ways
     WHERE merchant_id = ${merchantId} AND day BETWEEN ${from}::date AND ${to}::date`;
  await tx.$executeRaw`
    INSERT INTO merchant_day_ways (merchant_id, day, method, channel, tries, succeeded, failed, paid_minor)
    SELECT ${merchantId}, w.* FROM (${countedWays(span)}) w`;
}

/**
 * Merchants with days that are over and not counted, or counted before today while something of them may
 * still change: each with the first and the last of these days. Days before a merchant came are kept as well, with
 * nothing in them: a page that found them missing would count all that came after them.
 */
export const selectStale = ({
  most,
  without,
}: {
  most: number;
  without: readonly string[];
}): Promise<Span[]> =>
  db().$queryRaw<Span[]>`
    WITH today AS (SELECT ${dayOf(Prisma.sql`clock_timestamp()`)} AS day)
    SELECT m.id AS "merchantId", min(d)::date::text AS "from", max(d)::date::text AS "to"
      FROM today t CROSS JOIN merchants m
      CROSS JOIN LATERAL generate_series(
        t.day - ${COUNTED_DAYS}::int, t.day - ${LIVE_DAYS}::int, interval '1 day') d
      LEFT JOIN merchant_days c ON c.merchant_id = m.id AND c.day = d::date
     WHERE m.id <> ALL(${[...without]}::text[])
       AND (c.day IS NULL OR (d >= t.day - ${CHANGING_DAYS}::int AND ${dayOf(Prisma.sql`c.counted_at`)} < t.day))
     GROUP BY m.id ORDER BY m.id LIMIT ${most}`;
