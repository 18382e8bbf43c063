import { planted } from './canaries';
import { withLuhn } from './card-numbers';
import { someIdNo } from './id-numbers';

export interface FileCustomer {
  reference: string;
  name: string;
  idNo: string;
  cardNo: string;
  phone: string;
}

/** All cards of these files begin like this, so that a search finds any of them. */
export const CARDS_BEGIN = '62178809';
export const HEADER = 'customer_reference,name,id_no,card_no,phone';

let made = 0;

/** A customer with a card of its own, which the simulator takes as theirs. */
export function fileCustomer(change: Partial<FileCustomer> = {}): FileCustomer {
  made += 1;
  return {
    reference: `kunde-${made}`,
    name: planted('name', '王小明'),
    idNo: someIdNo(),
    cardNo: planted('card', withLuhn(CARDS_BEGIN + String(made).padStart(7, '0'))),
    phone: planted('phone', `1390000${String((made % 8999) + 1001)}`),
    ...change,
  };
}

export const lineOf = ({ reference, name, idNo, cardNo, phone }: FileCustomer): string =>
  [reference, name, idNo, cardNo, phone].join(',');

export const fileOf = (customers: readonly FileCustomer[], header = HEADER): string =>
  [header, ...customers.map(lineOf), ''].join('\r\n');

/** The bytes in pieces of that size, as a connection brings them. */
export async function* piecesOf(
  text: string | Uint8Array,
  size = 1_000,
): AsyncGenerator<Uint8Array, void, void> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The rows of a CSV file of ours, without its first line; no cell of the tests has a comma. */
export async function csvRows(pieces: AsyncIterable<string>): Promise<string[][]> {
  let text = '';
  for await (const piece of pieces) text += piece;
  const [, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return lines.map((line) => line.split(','));
}
