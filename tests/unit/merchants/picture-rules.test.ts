import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/core/errors';
import { acceptLogo, MOST_LOGO_BYTES } from '@/lib/merchants/logo-rules';
import { readPicture } from '@/lib/merchants/picture-rules';
import { jpeg, png, pngChunk, webp } from '@/tests/support/pictures';

const side = fc.integer({ min: 1, max: 4_000 });
const MAKERS = {
  png: { make: (w: number, h: number) => png(w, h), mediaType: 'image/png' },
  jpeg: { make: (w: number, h: number) => jpeg(w, h), mediaType: 'image/jpeg' },
  'progressive jpeg': { make: (w: number, h: number) => jpeg(w, h, 0xc2), mediaType: 'image/jpeg' },
  'lossy webp': { make: webp.lossy, mediaType: 'image/webp' },
  'lossless webp': { make: webp.lossless, mediaType: 'image/webp' },
  'extended webp': { make: webp.extended, mediaType: 'image/webp' },
} as const;

test.each(Object.entries(MAKERS))('a %s says its size', (_name, { make, mediaType }) => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(readPicture(make(width, height))).toEqual({ mediaType, width, height, moves: false });
    }),
    { numRuns: 25 },
  );
});

test.each(Object.entries(MAKERS))('a %s that breaks off anywhere is none', (_name, { make }) => {
  const whole = make(90, 70);
  const kept = Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length));
  expect(kept.filter((part) => readPicture(part) !== undefined)).toEqual([]);
});

test('any bytes at all are a picture or none, and never an error or an endless search', () => {
  const starts = Object.values(MAKERS).map(({ make }) => make(80, 80));
  const hostile = fc
    .tuple(
      fc.constantFrom(...starts, Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(300),
    )
    .map(([start, noise, cut]) => Buffer.concat([start.subarray(0, cut), noise]));
  fc.assert(
    fc.property(hostile, (bytes) => {
      const picture = readPicture(bytes);
      return picture === undefined || (picture.width > 0 && picture.height > 0);
    }),
    { numRuns: 3_000 },
  );
});

test('a name is no kind: SVG, HTML, GIF and a picture with something behind it are refused', () => {
  const texts = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html>',
    'GIF89a\x50\0\x50\0',
  ];
  const polyglot = Buffer.concat([png(80, 80), Buffer.from('<script>alert(1)</script>')]);
  for (const bytes of [...texts.map((text) => Buffer.from(text)), polyglot]) {
    expect(readPicture(bytes)).toBeUndefined();
  }
});

const refusalOf = (bytes: Uint8Array): string | undefined => {
  try {
    acceptLogo(bytes);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

test.each([
  [png(64, 64), undefined],
  [png(2_048, 1_024), undefined],
  [webp.lossy(100, 200), undefined],
  [png(63, 64), 'logo_wrong_size'],
  [jpeg(2_049, 2_000), 'logo_wrong_size'],
  // A few bytes that would unfold to 16 GB.
  [png(65_535, 65_535, {}), 'logo_wrong_size'],
  [png(64, 129), 'logo_wrong_shape'],
  [png(80, 80, { chunks: [pngChunk('acTL', Buffer.alloc(8))] }), 'logo_moves'],
  [webp.extended(80, 80, 0x02), 'logo_moves'],
  [Buffer.from('<svg/>'), 'logo_unreadable'],
  [Buffer.alloc(MOST_LOGO_BYTES + 1), 'logo_too_heavy'],
])('a merchant’s picture %#', (bytes, refused) => {
  expect(refusalOf(bytes)).toBe(refused);
});
