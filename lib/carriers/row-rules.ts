import type { CatalogueLine } from './catalogue';
import { type LineColumn, PROVINCES } from './catalogue-rules';

/** A line as rows of the file of lines: one for each fee point in each province, or in all of them. */
export function rowsOf(line: CatalogueLine): string[][] {
  const [first] = line.provinces;
  const everywhere =
    line.provinces.length === PROVINCES.length &&
    line.provinces.every(
      ({ dayMinor, monthMinor }) =>
        dayMinor === first?.dayMinor && monthMinor === first?.monthMinor,
    );
  return line.feePoints.flatMap((point) => {
    const named = point.provinces.length > 0;
    const where = line.provinces.filter(
      ({ province }) => !named || point.provinces.includes(province),
    );
    const rows = everywhere && !named && first ? [{ ...first, province: '*' }] : where;
    return rows.map((province) => Object.values(cellsOf(line, point, province)));
  });
}

const cellsOf = (
  line: CatalogueLine,
  point: CatalogueLine['feePoints'][number],
  { province, dayMinor, monthMinor }: CatalogueLine['provinces'][number],
): Record<LineColumn, string> => ({
  line: line.id,
  carrier: line.carrier,
  name: line.name,
  service_id: line.serviceId,
  modes: line.modes.join('|'),
  province,
  fee_point: point.code,
  amount_yuan: yuan(point.amountMinor),
  periodic: point.periodic ? 'yes' : 'no',
  user_day_yuan: yuan(line.userDayMinor),
  user_month_yuan: yuan(line.userMonthMinor),
  province_day_yuan: yuan(dayMinor),
  province_month_yuan: yuan(monthMinor),
  hours: line.hours ?? '',
  share_percent: String(line.shareMillionths / 10_000),
  term_days: String(line.termDays),
  bill_text: line.billText,
});

/** Without separators, as other programs read it. */
const yuan = (fen: bigint | null): string =>
  fen === null ? '' : `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
