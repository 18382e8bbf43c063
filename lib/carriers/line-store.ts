import { db, type Tx } from '@/lib/core/db';
import { readRows } from '@/lib/core/read-rows';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { Line } from './line';

const LINE = {
  id: true,
  carrier: true,
  name: true,
  serviceId: true,
  modes: true,
  shareMillionths: true,
  hours: true,
  billText: true,
  termDays: true,
} as const;

/** Also one that has ended: what ran on it is still asked about and settled. */
export async function selectLine(lineId: string, tx: Tx = db()): Promise<Line | undefined> {
  const row = await tx.carrierLine.findUnique({ where: { id: lineId }, select: LINE });
  return row ?? undefined;
}

export const selectLines = (tx: Tx = db()): Promise<(Line & { ended: boolean })[]> =>
  tx.carrierLine
    .findMany({ orderBy: [{ carrier: 'asc' }, { id: 'asc' }], select: { ...LINE, endedAt: true } })
    .then((rows) => rows.map(({ endedAt, ...line }) => ({ ...line, ended: endedAt !== null })));

/** The prices that some live line has in some province that it has opened, the cheapest first. */
export async function selectPrices({ periodic }: { periodic: boolean }) {
  const rows = await readRows<{ amountMinor: bigint }>(
    'carrier_prices',
    Prisma.sql`
    SELECT DISTINCT f.amount_minor AS "amountMinor"
      FROM carrier_fee_points f
      JOIN carrier_lines l ON l.id = f.line_id AND l.ended_at IS NULL
     WHERE f.periodic = ${periodic}
       AND EXISTS (SELECT FROM carrier_line_provinces p
                    WHERE p.line_id = f.line_id
                      AND (cardinality(f.provinces) = 0 OR p.province = ANY (f.provinces)))
     ORDER BY f.amount_minor`,
  );
  return rows.map(({ amountMinor }) => cny(amountMinor));
}
