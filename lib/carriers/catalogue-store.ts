import { db, type Tx } from '@/lib/core/db';
import type { CatalogueLine } from './catalogue';

/** One import at a time: each compares with what is there, and then changes it. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('carrier_catalogue'))`;
}

/** The lines that are in the catalogue, by id, as a file of them would say it. */
export async function selectCatalogueLines(tx: Tx = db()): Promise<CatalogueLine[]> {
  const live = { endedAt: null };
  const rows = await tx.carrierLine.findMany({
    where: live,
    orderBy: { id: 'asc' },
    select: {
      id: true,
      carrier: true,
      name: true,
      serviceId: true,
      modes: true,
      userDayMinor: true,
      userMonthMinor: true,
      hours: true,
      shareMillionths: true,
      termDays: true,
      billText: true,
    },
  });
  const lineId = { in: rows.map(({ id }) => id) };
  const provinces = await tx.carrierLineProvince.findMany({
    where: { lineId },
    orderBy: { province: 'asc' },
  });
  const points = await tx.carrierFeePoint.findMany({ where: { lineId } });
  // The database's own order of codes depends on its language.
  points.sort((a, b) => (a.code < b.code ? -1 : 1));
  const [provincesOf, pointsOf] = [byLine(provinces), byLine(points)];
  return rows.map((row) => ({
    ...row,
    provinces: provincesOf.get(row.id) ?? [],
    feePoints: pointsOf.get(row.id) ?? [],
  }));
}

function byLine<T extends { lineId: string }>(
  rows: readonly T[],
): Map<string, Omit<T, 'lineId'>[]> {
  const found = new Map<string, Omit<T, 'lineId'>[]>();
  for (const { lineId, ...row } of rows) {
    const others = found.get(lineId) ?? [];
    others.push(row);
    found.set(lineId, others);
  }
  return found;
}

/** Whose each line is, also of those that have ended. */
export async function selectCarriers(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.carrierLine.findMany({ select: { id: true, carrier: true } });
  return new Map(rows.map(({ id, carrier }) => [id, carrier]));
}

/** Puts lines in the place of what was there under their ids. */
export async function replaceLines(tx: Tx, lines: readonly CatalogueLine[]): Promise<void> {
  const lineId = { in: lines.map(({ id }) => id) };
  await tx.carrierLineProvince.deleteMany({ where: { lineId } });
  await tx.carrierFeePoint.deleteMany({ where: { lineId } });
  for (const { provinces: _provinces, feePoints: _points, ...line } of lines) {
    await tx.carrierLine.upsert({
      where: { id: line.id },
      create: line,
      update: { ...line, endedAt: null },
      select: { id: true },
    });
  }
  await tx.carrierLineProvince.createMany({
    data: lines.flatMap(({ id, provinces }) => provinces.map((one) => ({ ...one, lineId: id }))),
  });
  await tx.carrierFeePoint.createMany({
    data: lines.flatMap(({ id, feePoints }) => feePoints.map((one) => ({ ...one, lineId: id }))),
  });
}

/** Takes lines out of the catalogue; what ran on them keeps them. */
export async function endLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE carrier_lines SET ended_at = clock_timestamp(), updated_at = clock_timestamp()
     WHERE id = ANY (${lineIds}) AND ended_at IS NULL`;
}
