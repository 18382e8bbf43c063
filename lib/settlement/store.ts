import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { SettledMethod, Settlement } from './settlement';

export interface UnsettledPayment {
  attemptId: string;
  method: MethodCode;
  grossMinor: bigint;
}

/** One settlement of a merchant at a time; held until the transaction ends. */
export async function lockSettlements(tx: Tx, merchantId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM pg_advisory_xact_lock(hashtextextended(${`settlement:${merchantId}`}, 0))`;
}

/** Days are closed in order, so a later closed day says that this one is closed too. */
export async function isDayClosed(tx: Tx, day: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT EXISTS (SELECT FROM ledger_days WHERE day >= ${day}::date) AS closed`;
  return present(rows[0], 'whether the day is closed').closed;
}

/**
 * Payments that reached the merchant's pending money by that day (the entry of a late one that was
 * accepted is its second) and are in no settlement. When an attempt was moved tells which rows are
 * worth a look: those since the last day that was settled exhaustively, up to the day asked for, give
 * or take an hour, for the move is stamped with its transaction's start and the entry a moment later.
 */
const unsettled = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM attempts a
  JOIN orders o ON o.id = a.order_id AND o.paid_attempt_id = a.id AND o.state = 'paid'
  CROSS JOIN LATERAL (SELECT max(e.accounting_date) AS day FROM ledger_entries e
    WHERE e.entry_key IN ('payment:' || a.id, 'late-accepted:' || a.id)) booked
 WHERE a.merchant_id = ${merchantId} AND a.state = 'succeeded'
   AND a.updated_at >= coalesce((SELECT ${endOf(Prisma.sql`max(s.through_day)`)} - interval '1 hour'
         FROM settlements s WHERE s.merchant_id = ${merchantId} AND s.exhaustive), '-infinity')
   AND a.updated_at < ${endOf(Prisma.sql`${throughDay}::date`)} + interval '1 hour'
   AND booked.day <= ${throughDay}::date
   AND NOT EXISTS (SELECT FROM settlement_items i WHERE i.attempt_id = a.id)`;

/** The midnight in Beijing with which that day is over. */
const endOf = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`((${day} + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

export const selectUnsettled = (
  tx: Tx,
  { merchantId, throughDay, most }: { merchantId: string; throughDay: string; most: number },
): Promise<UnsettledPayment[]> => tx.$queryRaw`
  SELECT a.id AS "attemptId", a.method::text AS method, a.amount_minor AS "grossMinor"
  ${unsettled(Prisma.sql`${merchantId}`, throughDay)} ORDER BY a.updated_at, a.id LIMIT ${most}`;

/**
 * Merchants with something to settle through the day that lies so many days behind, and that day.
 * Each merchant is looked at by itself (the LIMIT keeps it so), through its own end of the index.
 */
export async function selectDue(
  delayDays: number,
): Promise<{ throughDay: string; merchantIds: string[] }> {
  const days = await db().$queryRaw<{ day: string }[]>`
    SELECT ((clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date - ${delayDays}::int)::text AS day`;
  const throughDay = present(days[0], 'the day to settle').day;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT m.id FROM merchants m
     CROSS JOIN LATERAL (SELECT ${unsettled(Prisma.sql`m.id`, throughDay)} LIMIT 1) due ORDER BY m.id`;
  return { throughDay, merchantIds: rows.map((row) => row.id) };
}

export async function insertSettlement(
  tx: Tx,
  settlement: {
    id: string;
    merchantId: string;
    throughDay: string;
    exhaustive: boolean;
    grossMinor: bigint;
    feeMinor: bigint;
  },
  items: readonly (UnsettledPayment & { feeMinor: bigint })[],
): Promise<void> {
  const { throughDay, ...columns } = settlement;
  await tx.settlement.create({
    data: {
      ...columns,
      throughDay: new Date(throughDay),
      payments: items.length,
      currency: 'CNY',
    },
    select: { id: true },
  });
  await tx.settlementItem.createMany({
    data: items.map((item) => ({ ...item, settlementId: settlement.id })),
  });
}

const COLUMNS = {
  id: true,
  merchantId: true,
  throughDay: true,
  payments: true,
  grossMinor: true,
  feeMinor: true,
  settledAt: true,
} satisfies Prisma.SettlementSelect;

const toSettlement = ({
  throughDay,
  grossMinor,
  feeMinor,
  ...row
}: Prisma.SettlementGetPayload<{ select: typeof COLUMNS }>): Settlement => ({
  ...row,
  throughDay: throughDay.toISOString().slice(0, 10),
  gross: cny(grossMinor),
  fee: cny(feeMinor),
  net: cny(grossMinor - feeMinor),
});

/** Newest first; ids sort by the time they were made. */
export async function selectSettlements(
  merchantId: string,
  { before, limit }: { before?: string; limit: number },
): Promise<Settlement[]> {
  const rows = await db().settlement.findMany({
    where: { merchantId, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
    select: COLUMNS,
  });
  return rows.map(toSettlement);
}

export async function selectSettlement(id: string): Promise<Settlement | undefined> {
  const row = await db().settlement.findUnique({ where: { id }, select: COLUMNS });
  return row ? toSettlement(row) : undefined;
}

export async function selectSettledMethods(settlementId: string): Promise<SettledMethod[]> {
  const rows = await db().settlementItem.groupBy({
    by: ['method'],
    where: { settlementId },
    orderBy: { method: 'asc' },
    _count: true,
    _sum: { grossMinor: true, feeMinor: true },
  });
  return rows.map(({ method, _count, _sum }) => ({
    method,
    payments: _count,
    gross: cny(_sum.grossMinor ?? 0n),
    fee: cny(_sum.feeMinor ?? 0n),
  }));
}
