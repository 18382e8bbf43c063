/** Widths of UnionPay's reconciliation files in bytes; one blank stands between two columns. */
export const ZM_WIDTHS = [
  3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15,
  1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98,
] as const;
export const ZME_WIDTHS = [
  3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135,
] as const;

/** GBK has no encoder in Node, but a decoder: what it makes of every pair of bytes is the table. */
const GBK = new Map<string, Buffer>();

function gbkTable(): Map<string, Buffer> {
  if (GBK.size > 0) return GBK;
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1 && sign !== '�' && !GBK.has(sign)) GBK.set(sign, bytes);
    }
  }
  return GBK;
}

/** The text in GBK; a sign that GBK lacks becomes a question mark. */
export function encodeGbk(text: string): Buffer {
  const encode = (sign: string): Buffer =>
    sign.charCodeAt(0) < 0x80 ? Buffer.from(sign) : (gbkTable().get(sign) ?? Buffer.from('?'));
  return Buffer.concat([...text].map(encode));
}

/** One line: each value at its place (1 is the first), filled up or cut to its column's width, CRLF behind. */
export function writeLine(widths: readonly number[], values: Record<number, string>): Buffer {
  const columns = widths.map((width, index) => {
    const bytes = encodeGbk(values[index + 1] ?? '').subarray(0, width);
    return Buffer.concat([bytes, Buffer.alloc(width - bytes.length, ' ')]);
  });
  const spaced = columns.flatMap((column, index) =>
    index === 0 ? [column] : [Buffer.from(' '), column],
  );
  return Buffer.concat([...spaced, Buffer.from('\r\n')]);
}
