import { COLUMNS, COLUMNS_ZH, type LineProblem } from './rules';
import type { FileLine, LineKind } from './statement';

const KINDS: Record<string, LineKind> = {
  paid: 'paid',
  reduction: 'reduction',
  bad_debt: 'bad_debt',
  complaint_refund: 'complaint_refund',
  已支付: 'paid',
  核减: 'reduction',
  坏账: 'bad_debt',
  投诉退款: 'complaint_refund',
};

export function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.normalize('NFKC').trim().toLowerCase());
  const same = (columns: readonly string[]) =>
    names.length === columns.length && columns.every((column, place) => names[place] === column);
  return same(COLUMNS) || same(COLUMNS_ZH);
}

/** One line of the file, or what is wrong with it. Lines are numbered 1, 2, 3: a gap is a line lost. */
export function readLine(cells: readonly string[], expectedNo: number): FileLine | LineProblem {
  if (cells.length !== COLUMNS.length) return 'columns';
  const [
    lineNo = '',
    kindText = '',
    channelOrderNo = '',
    paymentId = '',
    amount = '',
    share = '',
    at = '',
  ] = cells.map((cell) => cell.trim());
  if (lineNo !== String(expectedNo)) return 'line_no';
  const kind = Object.hasOwn(KINDS, kindText) ? KINDS[kindText] : undefined;
  if (!kind) return 'kind';
  if (!/^[A-Za-z0-9_.-]{1,64}$/.test(channelOrderNo)) return 'client_correlator';
  if (!/^[\x21-\x7e]{1,128}$/.test(paymentId)) return 'payment_id';
  const amountMinor = fenOf(amount);
  const shareMinor = fenOf(share);
  if (amountMinor === 'inexact' || shareMinor === 'inexact') return 'not_whole_fen';
  if (!amountMinor) return 'amount';
  if (shareMinor === undefined || shareMinor > amountMinor) return 'share';
  const occurredAt = momentIn(at);
  if (!occurredAt) return 'occurred_at';
  return {
    lineNo: expectedNo,
    kind,
    channelOrderNo,
    paymentId,
    amountMinor,
    shareMinor,
    occurredAt,
  };
}

/** "12.340" yuan are 1,234 fen; "12.345" are no whole fen, and nothing is rounded. */
function fenOf(text: string): bigint | 'inexact' | undefined {
  const [, yuan, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (yuan === undefined) return undefined;
  const [tenths, fen] = [decimals.slice(0, 2).padEnd(2, '0'), decimals.slice(2)];
  if (fen !== '' && fen !== '0') return 'inexact';
  return BigInt(yuan) * 100n + BigInt(tenths);
}

const MOMENT =
  /^(\d{4}-\d{2}-(\d{2}))[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** ISO 8601; without an offset it is Beijing's time. */
function momentIn(text: string): Date | undefined {
  const [, date, day, time, offset = '+08:00'] = MOMENT.exec(text) ?? [];
  if (!date) return undefined;
  const midnight = new Date(`${date}T00:00:00Z`);
  // The 31st of a short month is not the 1st of the next.
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  return new Date(`${date}T${time}${offset}`);
}
