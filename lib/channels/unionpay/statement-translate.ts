import { cny, type Money } from '@/lib/money/money';
import type { StatementAdjustment, StatementLine } from '../statement-port';
import { momentIn } from './clearing-day';
import { fromTxnAmt, toCardType } from './values';

/** Widths in bytes of GBK; one blank between two columns. Columns past the ones read are not looked at. */
const ZM = [
  3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15,
];
const ZME = [3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15];
const BLANK = ' ';
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const KINDS: Readonly<Record<string, StatementLine['kind']>> = {
  '01': 'payment',
  '31': 'undo',
  '04': 'refund',
  '12': 'payout',
};

export interface StatementFile {
  /** YYYY-MM-DD. */
  day: string;
  merchantNo: string;
  content: Uint8Array;
}

/** Settled transactions (ZM); undefined, for the whole of the file, when any line is not as it should be. */
export const readSettled = (file: StatementFile): StatementLine[] | undefined =>
  readLines(file, ZM, settledLine);

/** Corrections after the fact (差错, ZME); undefined when any line is not as it should be. */
export const readAdjustments = (file: StatementFile): StatementAdjustment[] | undefined =>
  readLines(file, ZME, adjustmentLine);

/** The file's n-th column, counted from 1 as its documentation does, without the blanks around it. */
type Columns = (n: number) => string;

function readLines<T>(
  file: StatementFile,
  widths: readonly number[],
  read: (column: Columns, file: StatementFile) => T | undefined,
): T[] | undefined {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const lines: T[] = [];
  for (const bytes of linesOf(file.content)) {
    const column = columnsOf(bytes, widths, decoder);
    const line = column && read(column, file);
    if (!line) return undefined;
    lines.push(line);
  }
  return lines;
}

/** Neither byte of a line's end can be part of a character of GBK. An empty line is none. */
function* linesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < content.length; ) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found < 0 ? content.length : found;
    const line = content.subarray(start, content[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
    if (line.length > 0) yield line;
    start = end + 1;
  }
}

function columnsOf(
  line: Uint8Array,
  widths: readonly number[],
  decoder: TextDecoder,
): Columns | undefined {
  try {
    decoder.decode(line);
  } catch {
    // Bytes that are no GBK.
    return undefined;
  }
  // One character for each byte: widths count bytes, and what is read here is ASCII.
  const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString('latin1');
  const columns: string[] = [];
  let start = 0;
  for (const width of widths) {
    const end = start + width;
    if (end > text.length || (text[end] ?? BLANK) !== BLANK) return undefined;
    columns.push(text.slice(start, end).trim());
    start = end + 1;
  }
  return (n) => columns[n - 1] ?? '';
}

function settledLine(
  column: Columns,
  { day, merchantNo }: StatementFile,
): StatementLine | undefined {
  const kind = Object.hasOwn(KINDS, column(20)) ? KINDS[column(20)] : undefined;
  const at = momentIn(day, column(5));
  const amount = paidAmount(column(7));
  const net = signedAmount(column(17), 'C');
  const fee = signedAmount(column(16), 'D');
  const channelRef = column(10);
  const channelOrderNo = column(12);
  const cardType = toCardType(column(13));
  if (!kind || !at || !amount || !fee || !net || column(28) !== merchantNo) return undefined;
  if (!/^[0-9A-Za-z]{1,32}$/.test(channelRef)) return undefined;
  if (!/^[0-9A-Za-z]{8,32}$/.test(channelOrderNo)) return undefined;
  return {
    kind,
    channelOrderNo,
    channelRef,
    amount,
    fee,
    ...(column(27) ? { originalRef: column(27) } : {}),
    ...(cardType ? { cardType } : {}),
    at,
  };
}

function adjustmentLine(
  column: Columns,
  { day, merchantNo }: StatementFile,
): StatementAdjustment | undefined {
  const at = momentIn(day, column(5));
  const amount = paidAmount(column(7));
  const fee = signedAmount(column(15), 'D');
  const net = signedAmount(column(16), 'C');
  if (!at || !amount || !fee || !net || column(17) !== merchantNo) return undefined;
  return {
    code: column(1),
    reason: column(10),
    traceNo: column(4),
    originalTraceNo: column(11),
    amount,
    fee,
    net,
    at,
  };
}

const paidAmount = (text: string): Money | undefined =>
  /^[0-9]{12}$/.test(text) ? fromTxnAmt(text) : undefined;

/** C (credit) or D (debit) and twelve digits of fen; positive where it is on the side `plus`. */
function signedAmount(text: string, plus: 'C' | 'D'): Money | undefined {
  const parts = /^([CD])([0-9]{12})$/.exec(text);
  if (!parts) return undefined;
  const fen = BigInt(parts[2] ?? '');
  return cny(parts[1] === plus ? fen : -fen);
}
