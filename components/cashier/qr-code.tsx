import { create } from 'qrcode';

/** What a scanner needs around the code. */
const QUIET = 4;

/** A QR code drawn on the server, dark on white in every scheme: scanners read nothing else well. */
export function QrCode({ content, label }: { content: string; label: string }) {
  const { size, data } = create(content, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      className="block w-full rounded-mark"
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={drawing(size, data)} fill="#000" />
    </svg>
  );
}

/** Each run of dark modules of a row is one bar. */
function drawing(size: number, data: ArrayLike<number | boolean>): string {
  const bars: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && data[row * size + column]) column += 1;
      if (column > from) bars.push(`M${from} ${row}h${column - from}v1H${from}z`);
    }
  }
  return bars.join('');
}
