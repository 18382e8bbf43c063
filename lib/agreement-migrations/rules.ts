/** What the merchant declares when it hands over a file: that each customer has agreed. */
export const CONSENT_VERSION = 'merchant-declared-1';

export const MOST_ROWS = 100_000;
/** Far more than five fields need, and little enough to hold while a quote stays open. */
export const MOST_LINE_CHARACTERS = 1_000;
export const MOST_BYTES = 64 * 1024 * 1024;
/** Rows that are stored by one statement. */
export const ROWS_AT_ONCE = 500;

/** The columns by their names in the first line, in any order. */
const COLUMNS = {
  customer_reference: ['customer_reference', '客户编号', '客户号'],
  name: ['name', '姓名', '户名'],
  id_no: ['id_no', '身份证号', '身份证号码', '证件号'],
  card_no: ['card_no', '银行卡号', '卡号'],
  phone: ['phone', '手机号', '手机号码', '预留手机号'],
} as const;
export type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

/** Which column stands where, or undefined unless each of the five is there once and nothing else. */
export function readHeader(cells: readonly string[]): Column[] | undefined {
  const found = cells.map((cell) => {
    const name = cell.normalize('NFKC').trim().toLowerCase();
    return NAMES.find((column) => COLUMNS[column].some((known) => known === name));
  });
  const columns = found.filter((column) => column !== undefined);
  const each = new Set(columns).size;
  return each === NAMES.length && found.length === NAMES.length ? columns : undefined;
}

/** The cells of a line by their column, or undefined when there are more or fewer than in the header. */
export function byColumn(
  header: readonly Column[],
  cells: readonly string[],
): Partial<Record<Column, string>> | undefined {
  if (cells.length !== header.length) return undefined;
  return Object.fromEntries(header.map((column, place) => [column, cells[place] ?? '']));
}

/** A definite no that another day may answer otherwise: tried a few times more before it is final. */
const PASSING_REASONS = new Set(['channel_closed', 'not_received', 'too_many_codes']);
const MOST_TRIES = 5;

export const mayPass = (row: { reason: string; asks: number }): boolean =>
  PASSING_REASONS.has(row.reason) && row.asks < MOST_TRIES;

/** Seconds until an undecided row is taken up again: from 10 doubling to 10 minutes. */
export const pauseSeconds = (asks: number): number =>
  Math.min(10 * 2 ** Math.min(asks - 1, 6), 600);

/** Chains of jobs that work one migration side by side. */
export const chainsFor = (rows: number): number => Math.min(4, Math.ceil(rows / 1_000));
