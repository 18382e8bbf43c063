import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { UnsettledPayment, UnsettledRefund } from './due-store';
import type { Netting } from './rules';
import type { SettledMethod, Settlement } from './settlement';

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

/** A payment with its fee, and what had gone back of it when that was worked out. */
export type PricedPayment = Pick<UnsettledPayment, 'attemptId' | 'method' | 'grossMinor'> & {
  feeMinor: bigint;
  refundedMinor: bigint;
};

export async function insertSettlement(
  tx: Tx,
  settlement: {
    id: string;
    merchantId: string;
    throughDay: string;
    exhaustive: boolean;
  } & Netting,
  items: readonly PricedPayment[],
  refunds: readonly UnsettledRefund[],
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
  await tx.settlementRefund.createMany({
    data: refunds.map((refund) => ({ ...refund, settlementId: settlement.id })),
  });
}

const COLUMNS = {
  id: true,
  merchantId: true,
  throughDay: true,
  payments: true,
  grossMinor: true,
  feeMinor: true,
  refundedMinor: true,
  settledAt: true,
} satisfies Prisma.SettlementSelect;

const toSettlement = ({
  throughDay,
  grossMinor,
  feeMinor,
  refundedMinor,
  ...row
}: Prisma.SettlementGetPayload<{ select: typeof COLUMNS }>): Settlement => ({
  ...row,
  throughDay: throughDay.toISOString().slice(0, 10),
  gross: cny(grossMinor),
  fee: cny(feeMinor),
  refunded: cny(refundedMinor),
  net: cny(grossMinor - feeMinor - refundedMinor),
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
