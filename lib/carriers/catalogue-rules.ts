import type { CatalogueKind, CatalogueLine, CatalogueProblem } from './catalogue';

export const CATALOGUE_BOUNDS = {
  bytes: 20 * 1024 * 1024,
  lines: 500_000,
  lineCharacters: 1_000,
  /** Of changes and of problems, so many are named. */
  named: 100,
  draftMinutes: 60,
} as const;

/** The provinces by GB/T 2260; Hong Kong, Macao and Taiwan have carriers of their own. */
export const PROVINCES: readonly string[] =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
    ' ',
  );

/** The columns of each file, and what else they may be called. */
const COLUMNS = {
  lines: {
    line: '通道',
    carrier: '运营商',
    name: '名称',
    service_id: '业务代码',
    modes: '支付方式',
    province: '省份',
    fee_point: '资费点',
    amount_yuan: '金额',
    periodic: '包月',
    user_day_yuan: '用户日限额',
    user_month_yuan: '用户月限额',
    province_day_yuan: '省日限额',
    province_month_yuan: '省月限额',
    hours: '开放时间',
    share_percent: '分成比例',
    term_days: '账期天数',
    bill_text: '账单显示',
  },
  ranges: { prefix: '号段', carrier: '运营商', province: '省份' },
} as const;

export type LineColumn = keyof typeof COLUMNS.lines;
export type RangeColumn = keyof typeof COLUMNS.ranges;

export const columnsOf = (kind: CatalogueKind): string[] => Object.keys(COLUMNS[kind]);

/** Which column stands where, or undefined unless each is there once and nothing else. */
export function readHeader(kind: CatalogueKind, cells: readonly string[]): string[] | undefined {
  const known = Object.entries(COLUMNS[kind]);
  const found = cells.flatMap((cell) => {
    const name = cell.normalize('NFKC').trim().toLowerCase();
    return known.find((names) => names.includes(name))?.[0] ?? [];
  });
  const each = new Set(found).size;
  return each === known.length && cells.length === known.length ? found : undefined;
}

/** The cells of a line by their column, or undefined when there are more or fewer than in the header. */
export const byColumn = (
  header: readonly string[],
  cells: readonly string[],
): Record<string, string> | undefined =>
  cells.length === header.length
    ? Object.fromEntries(header.map((column, place) => [column, (cells[place] ?? '').trim()]))
    : undefined;

/** All that a line says, in one text: two lines are the same if and only if these are. */
export const termsOf = (line: CatalogueLine): string =>
  JSON.stringify([
    line.id,
    line.carrier,
    line.name,
    line.serviceId,
    line.modes,
    line.hours,
    line.shareMillionths,
    line.termDays,
    line.billText,
    String(line.userDayMinor),
    String(line.userMonthMinor),
    line.provinces.map((one) => [one.province, String(one.dayMinor), String(one.monthMinor)]),
    line.feePoints.map((one) => [one.code, String(one.amountMinor), one.periodic, one.provinces]),
  ]);

export interface LinesDiff {
  added: CatalogueLine[];
  changed: CatalogueLine[];
  /** Their ids. */
  ended: string[];
  unchanged: number;
}

/** What has to be done so that the catalogue says what the file says. */
export function diffLines(
  live: readonly CatalogueLine[],
  file: readonly CatalogueLine[],
): LinesDiff {
  const before = new Map(live.map((line) => [line.id, termsOf(line)]));
  const named = new Set(file.map(({ id }) => id));
  const changed = file.filter(
    (line) => before.has(line.id) && before.get(line.id) !== termsOf(line),
  );
  const added = file.filter(({ id }) => !before.has(id));
  return {
    added,
    changed,
    ended: live.flatMap(({ id }) => (named.has(id) ? [] : [id])),
    unchanged: file.length - added.length - changed.length,
  };
}

/** The first of the problems, in the order of the file, and how many more there are. */
export function firstProblems(problems: readonly CatalogueProblem[]) {
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  return {
    problems: inOrder.slice(0, CATALOGUE_BOUNDS.named),
    moreProblems: Math.max(0, problems.length - CATALOGUE_BOUNDS.named),
  };
}
