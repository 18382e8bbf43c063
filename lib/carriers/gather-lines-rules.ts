import type { CatalogueLine, CatalogueProblem, ProblemCode } from './catalogue';
import { type LineColumn, PROVINCES } from './catalogue-rules';
import type { LineRow } from './catalogue-schema';

/** What holds for a line as a whole: each of its rows has to say the same. */
const OF_THE_LINE = [
  'carrier',
  'name',
  'service_id',
  'modes',
  'user_day_yuan',
  'user_month_yuan',
  'hours',
  'share_percent',
  'term_days',
  'bill_text',
] as const satisfies readonly LineColumn[];
const OF_THE_PROVINCE = ['province_day_yuan', 'province_month_yuan'] as const;
const OF_THE_POINT = ['amount_yuan', 'periodic'] as const;

interface Gathered {
  at: number;
  first: LineRow;
  provinces: Map<string, LineRow>;
  points: Map<string, { row: LineRow; provinces: Set<string> }>;
  /** Which fee point has a price in a province. */
  priced: Map<string, string>;
}

/** Makes lines of rows, as they come in; `at` is where the file first names the line. */
export function gatherLines() {
  const lines = new Map<string, Gathered>();
  return {
    /** What is wrong with the row beside those before it. */
    add(at: number, row: LineRow): CatalogueProblem[] {
      const line = lines.get(row.line) ?? begun(at, row);
      lines.set(row.line, line);
      return [...differences(line.first, row, OF_THE_LINE), ...added(line, row)].map((problem) => ({
        line: at,
        ...problem,
      }));
    },
    lines: (): { at: number; line: CatalogueLine }[] =>
      [...lines.values()]
        .map((line) => ({ at: line.at, line: asLine(line) }))
        .sort((a, b) => compare(a.line.id, b.line.id)),
  };
}

const begun = (at: number, first: LineRow): Gathered => ({
  at,
  first,
  provinces: new Map(),
  points: new Map(),
  priced: new Map(),
});

type Found = { column: LineColumn; problem: ProblemCode };

const differences = (a: LineRow, b: LineRow, columns: readonly LineColumn[]): Found[] =>
  columns.flatMap((column) =>
    String(a[column]) === String(b[column]) ? [] : [{ column, problem: 'contradicts' as const }],
  );

/** Takes in one fee point in one province, or in all of them; each kind of problem is told once. */
function added(line: Gathered, row: LineRow): Found[] {
  const point = line.points.get(row.fee_point) ?? { row, provinces: new Set<string>() };
  line.points.set(row.fee_point, point);
  const found: Found[] = differences(point.row, row, OF_THE_POINT);
  if (row.periodic && !row.modes.includes('direct')) {
    found.push({ column: 'periodic', problem: 'renewal_needs_direct' });
  }
  for (const province of row.province === '*' ? PROVINCES : [row.province]) {
    const opened = line.provinces.get(province) ?? row;
    line.provinces.set(province, opened);
    found.push(...differences(opened, row, OF_THE_PROVINCE));
    if (point.provinces.has(province)) found.push({ column: 'fee_point', problem: 'repeated' });
    point.provinces.add(province);
    const price = `${row.amount_yuan} ${row.periodic} ${province}`;
    const rival = line.priced.get(price) ?? row.fee_point;
    line.priced.set(price, rival);
    if (rival !== row.fee_point) found.push({ column: 'amount_yuan', problem: 'same_price' });
  }
  return found.filter(
    (one, place) =>
      found.findIndex(({ column, problem }) => column === one.column && problem === one.problem) ===
      place,
  );
}

function asLine({ first, provinces, points }: Gathered): CatalogueLine {
  return {
    id: first.line,
    carrier: first.carrier,
    name: first.name,
    serviceId: first.service_id,
    modes: first.modes,
    userDayMinor: first.user_day_yuan,
    userMonthMinor: first.user_month_yuan,
    hours: first.hours,
    shareMillionths: first.share_percent,
    termDays: first.term_days,
    billText: first.bill_text,
    provinces: [...provinces]
      .sort(([a], [b]) => compare(a, b))
      .map(([province, row]) => ({
        province,
        dayMinor: row.province_day_yuan,
        monthMinor: row.province_month_yuan,
      })),
    feePoints: [...points]
      .sort(([a], [b]) => compare(a, b))
      .map(([code, { row, provinces: where }]) => ({
        code,
        amountMinor: row.amount_yuan,
        periodic: row.periodic,
        provinces: where.size === provinces.size ? [] : [...where].sort(compare),
      })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
