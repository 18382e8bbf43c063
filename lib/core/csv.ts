import { stringify } from 'csv-stringify/sync';

/** Without it, spreadsheets take UTF-8 for something older. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Lines of a CSV file (RFC 4180). */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows' });

/** A spreadsheet calculates what begins like a formula; an apostrophe makes it text. */
export const asText = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
