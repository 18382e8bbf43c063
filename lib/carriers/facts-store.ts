import { db } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { Line, LineFacts, PhoneNumber } from './line';

/** Newer charges than so many say enough about how a line is doing. */
const MOST_JUDGED = 500;
/**
 * Of line l, the charges of the last day that are decided, and how many of them were paid. What came to
 * nothing counts whoever's doing it was: a code that never arrived looks like a shopper who gave up,
 * and other doings are as frequent on every line.
 */
const lately = Prisma.sql`
  SELECT count(*) FILTER (WHERE state <> 'failed')::int AS paid, count(*)::int AS decided
    FROM (SELECT a.state FROM phone_payments pp JOIN attempts a ON a.id = pp.attempt_id
           WHERE pp.line_id = l.id AND pp.created_at > clock_timestamp() - interval '1 day'
             AND a.state IN ('succeeded', 'late_succeeded', 'returned', 'failed')
           ORDER BY pp.created_at DESC LIMIT ${MOST_JUDGED}) newest`;

type Row = Omit<Line, 'modes'> & {
  modes: string;
  provinceOpen: boolean;
  feePoint: string | null;
  prices: bigint[];
  userDay: bigint | null;
  userMonth: bigint | null;
  provinceDay: bigint | null;
  provinceMonth: bigint | null;
  stopped: boolean;
  decided: number;
  paid: number;
};

/** The live lines of the phone's carrier, each beside that phone and one amount, in one statement. */
export async function selectFacts(given: {
  number: Pick<PhoneNumber, 'carrier' | 'province' | 'phoneHash'>;
  merchantId: string;
  amount: Money;
  periodic: boolean;
}): Promise<LineFacts[]> {
  const { number, merchantId, amount, periodic } = given;
  const rows = await db().$queryRaw<Row[]>`
    SELECT l.id, l.carrier::text AS carrier, l.name, l.service_id AS "serviceId",
           array_to_string(l.modes, ',') AS modes, l.share_millionths AS "shareMillionths", l.hours,
           l.bill_text AS "billText", l.term_days AS "termDays",
           p.province IS NOT NULL AS "provinceOpen", f.code AS "feePoint", f.prices,
           l.user_day_minor - u.user_day AS "userDay", l.user_month_minor - u.user_month AS "userMonth",
           p.day_minor - u.province_day AS "provinceDay",
           p.month_minor - u.province_month AS "provinceMonth",
           EXISTS (SELECT FROM carrier_stops s
                    WHERE s.merchant_id = ${merchantId} AND s.line_id = l.id
                      AND s.lifted_at IS NULL) AS stopped,
           c.decided, c.paid
      FROM carrier_lines l
      CROSS JOIN (SELECT to_char(t, 'YYYY-MM-DD') AS day, to_char(t, 'YYYY-MM') AS month
                    FROM (SELECT business_now() AT TIME ZONE 'Asia/Shanghai' AS t) beijing) today
      LEFT JOIN carrier_line_provinces p ON p.line_id = l.id AND p.province = ${number.province}
      CROSS JOIN LATERAL (
        -- Of two for one price the one that names the province.
        SELECT (array_agg(code ORDER BY cardinality(provinces) = 0, code)
                  FILTER (WHERE amount_minor = ${amount.amountMinor}))[1] AS code,
               coalesce(array_agg(DISTINCT amount_minor), '{}') AS prices
          FROM carrier_fee_points
         WHERE line_id = l.id AND periodic = ${periodic} AND p.province IS NOT NULL
           AND (cardinality(provinces) = 0 OR p.province = ANY (provinces))) f
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(used_minor) FILTER (WHERE scope = 'user_day'), 0)::bigint AS user_day,
               coalesce(sum(used_minor) FILTER (WHERE scope = 'user_month'), 0)::bigint AS user_month,
               coalesce(sum(used_minor) FILTER (WHERE scope = 'province_day'), 0)::bigint AS province_day,
               coalesce(sum(used_minor) FILTER (WHERE scope = 'province_month'), 0)::bigint AS province_month
          FROM carrier_usage
         WHERE line_id = l.id
           AND (scope, key, period) IN (('user_day', ${number.phoneHash}, today.day),
                                        ('user_month', ${number.phoneHash}, today.month),
                                        ('province_day', p.province, today.day),
                                        ('province_month', p.province, today.month))) u
      CROSS JOIN LATERAL (${lately}) c
     WHERE l.carrier = ${number.carrier}::carrier AND l.ended_at IS NULL
     ORDER BY l.id`;
  return rows.map(toFacts);
}

function toFacts(row: Row): LineFacts {
  const prices = row.prices.map(cny);
  const left = (minor: bigint | null) => (minor === null ? null : cny(minor > 0n ? minor : 0n));
  return {
    line: {
      id: row.id,
      carrier: row.carrier,
      name: row.name,
      serviceId: row.serviceId,
      modes: row.modes.split(',') as Line['modes'],
      shareMillionths: row.shareMillionths,
      hours: row.hours,
      billText: row.billText,
      termDays: row.termDays,
    },
    provinceOpen: row.provinceOpen,
    feePoint: row.feePoint,
    dearest: prices.at(-1) ?? null,
    prices,
    left: {
      userDay: left(row.userDay),
      userMonth: left(row.userMonth),
      provinceDay: left(row.provinceDay),
      provinceMonth: left(row.provinceMonth),
    },
    stopped: row.stopped,
    decided: row.decided,
    paid: row.paid,
  };
}

/** How each line that is in the catalogue has been doing lately, by its id. */
export async function selectRecords(): Promise<Map<string, { decided: number; paid: number }>> {
  const rows = await db().$queryRaw<{ id: string; decided: number; paid: number }[]>`
    SELECT l.id, c.decided, c.paid FROM carrier_lines l CROSS JOIN LATERAL (${lately}) c
     WHERE l.ended_at IS NULL`;
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}
