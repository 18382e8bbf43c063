/** What a picture's own header says. Its pixels are the browser's business. */
export interface Picture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  /** It has more frames than one. */
  moves: boolean;
}

/** What is behind the end of the bytes is not a number at all, and so fails every comparison. */
const at = (bytes: Uint8Array, place: number): number => bytes[place] ?? Number.NaN;

const big = (bytes: Uint8Array, place: number, length: number): number =>
  Array.from({ length }, (_, i) => at(bytes, place + i)).reduce((sum, part) => sum * 256 + part, 0);

const little = (bytes: Uint8Array, place: number, length: number): number =>
  Array.from({ length }, (_, i) => at(bytes, place + length - 1 - i)).reduce(
    (sum, part) => sum * 256 + part,
    0,
  );

const ascii = (bytes: Uint8Array, place: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(place, place + length));

/**
 * Which of the three kinds a file is, by its first bytes and never by its name, and its size. Undefined
 * for anything else, and for what breaks off: it would be shown as a broken picture. SVG is none of the
 * three on purpose: it can hold scripts and addresses.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined;
}

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** PNG 3rd edition, 5.3 and 11.2.1: chunk after chunk up to IEND, and nothing behind it. */
function readPng(bytes: Uint8Array): Picture | undefined {
  if (ascii(bytes, 0, 8) !== PNG_SIGNATURE || ascii(bytes, 12, 4) !== 'IHDR') return undefined;
  const kinds = new Set<string>();
  let place = 8;
  while (place + 12 <= bytes.length && !kinds.has('IEND')) {
    kinds.add(ascii(bytes, place + 4, 4));
    place += 12 + big(bytes, place, 4);
  }
  if (place !== bytes.length || !kinds.has('IEND') || !kinds.has('IDAT')) return undefined;
  const [width, height] = [big(bytes, 16, 4), big(bytes, 20, 4)];
  return { mediaType: 'image/png', width, height, moves: kinds.has('acTL') };
}

/** Start of frame: C0 to CF, but for the three that are something else (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const START_OF_SCAN = 0xda;

/** ITU-T T.81, annex B: segments up to the first scan; one of them before it is the frame's. */
function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (big(bytes, 0, 3) !== 0xffd8ff) return undefined;
  let size: { width: number; height: number } | undefined;
  let place = 2;
  while (place + 4 <= bytes.length) {
    if (at(bytes, place) !== 0xff) return undefined;
    const marker = at(bytes, place + 1);
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (marker === START_OF_SCAN) {
      return size && endsAsJpeg(bytes, place)
        ? { mediaType: 'image/jpeg', ...size, moves: false }
        : undefined;
    }
    if (isFrame(marker))
      size = { height: big(bytes, place + 5, 2), width: big(bytes, place + 7, 2) };
    const length = big(bytes, place + 2, 2);
    if (length < 2) return undefined;
    place += 2 + length;
  }
  return undefined;
}

/** The end-of-image marker; some programs leave a few bytes behind it. */
const endsAsJpeg = (bytes: Uint8Array, scan: number): boolean =>
  bytes.lastIndexOf(0xd9) > scan && at(bytes, bytes.lastIndexOf(0xd9) - 1) === 0xff;

/** RFC 9649: the first chunk has the size, and in the extended format whether it moves. */
function readWebp(bytes: Uint8Array): Picture | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
  if (little(bytes, 4, 4) + 8 !== bytes.length) return undefined;
  const size = webpSize(bytes);
  if (!size || Number.isNaN(size.width + size.height)) return undefined;
  const moves = ascii(bytes, 12, 4) === 'VP8X' && (at(bytes, 20) & 0x02) !== 0;
  return { mediaType: 'image/webp', ...size, moves };
}

function webpSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const kind = ascii(bytes, 12, 4);
  if (kind === 'VP8X') return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (kind === 'VP8 ' && big(bytes, 23, 3) === 0x9d012a) {
    return { width: little(bytes, 26, 2) & 0x3fff, height: little(bytes, 28, 2) & 0x3fff };
  }
  if (kind === 'VP8L' && at(bytes, 20) === 0x2f) {
    const bits = little(bytes, 21, 4);
    return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 2 ** 14) & 0x3fff) + 1 };
  }
  return undefined;
}
