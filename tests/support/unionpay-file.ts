import { deflateSync } from 'node:zlib';
import { MERCHANT_ID } from './unionpay-fixtures';
import { writeZip } from './zip-writer';

/** The widths of the documentation's parsers, all columns. */
const ZM = [
  3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15,
  1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98,
];
const ZME = [3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135];
/** 测试商户, in GBK. */
const NAME_IN_GBK = Buffer.from([0xb2, 0xe2, 0xca, 0xd4, 0xc9, 0xcc, 0xbb, 0xa7]);

type Columns = Record<number, string | Buffer>;

/** Columns by their number from 1; the others are blank. Padded by bytes, as GBK is counted. */
function line(widths: readonly number[], columns: Columns): Buffer {
  const cells = widths.map((width, index) => {
    const cell = Buffer.alloc(width, ' ');
    Buffer.from(columns[index + 1] ?? '').copy(cell);
    return cell;
  });
  return Buffer.concat(cells.flatMap((cell, at) => (at ? [Buffer.from(' '), cell] : [cell])));
}

export const settledLine = (change: Columns = {}): Buffer =>
  line(ZM, {
    1: 'S22',
    2: '00010000',
    3: '00010000',
    4: '628202',
    5: '1120120000',
    6: '622609******0048',
    7: '000000006800',
    8: '5311',
    9: '07',
    10: '321804041753096282028',
    11: '02',
    12: 'p0000000000000000001',
    13: '01',
    16: 'D000000000041',
    17: 'C000000006759',
    18: '0001',
    20: '01',
    21: '01',
    22: '000201',
    23: '01',
    28: MERCHANT_ID,
    31: NAME_IN_GBK,
    ...change,
  });

export const adjustmentLine = (change: Columns = {}): Buffer =>
  line(ZME, {
    1: 'E74',
    4: '628999',
    5: '1120130000',
    7: '000000006800',
    10: '24',
    11: '628202',
    12: '1118120000',
    13: '1118',
    14: '000000006800',
    15: 'C000000000041',
    16: 'D000000006759',
    17: MERCHANT_ID,
    ...change,
  });

const joined = (lines: readonly Buffer[]): Buffer =>
  Buffer.concat(lines.flatMap((bytes) => [bytes, Buffer.from('\r\n')]));

export interface FileParts {
  settled?: readonly Buffer[];
  adjusted?: readonly Buffer[];
  /** yyMMdd. */
  date?: string;
  owner?: string;
  crc?: number;
  stored?: boolean;
}

/** `fileContent` as the file server sends it. */
export function fileContentOf(parts: FileParts): string {
  const { settled = [], adjusted, date = '261120', owner = MERCHANT_ID, ...zip } = parts;
  const archive = writeZip([
    { name: `INN${date}88ZM_${owner}`, content: joined(settled), ...zip },
    ...(adjusted ? [{ name: `INN${date}88ZME_${owner}`, content: joined(adjusted) }] : []),
    { name: 'readme.txt', content: Buffer.from('other') },
  ]);
  return deflateSync(archive).toString('base64');
}
