import type { MediaType } from './note';

/** A picture without what tells of people and places; its pixels and colours stay as they are. */
export function withoutMetadata(bytes: Uint8Array, mediaType: MediaType): Uint8Array {
  if (mediaType === 'image/jpeg') return plainJpeg(bytes);
  if (mediaType === 'image/png') return plainPng(bytes);
  return mediaType === 'image/webp' ? plainWebp(bytes) : bytes;
}

const START_OF_SCAN = 0xda;
/** APP1 (Exif with the place, XMP), APP13 (IPTC: by whom) and comments; what the colours need stays. */
const TELLING_SEGMENTS = new Set([0xe1, 0xed, 0xfe]);

/** ITU-T T.81, annex B: the segments before the first scan, without those that tell. */
function plainJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let place = 2;
  while (place + 4 <= bytes.length) {
    const marker = bytes[place + 1] ?? 0;
    if (marker === START_OF_SCAN) break;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const end = place + 2 + (bytes[place + 2] ?? 0) * 256 + (bytes[place + 3] ?? 0);
    if (!TELLING_SEGMENTS.has(marker)) kept.push(bytes.subarray(place, end));
    place = end;
  }
  return Buffer.concat([...kept, bytes.subarray(place)]);
}

const TELLING_PNG = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/** PNG 3rd edition, 5.3: chunk after chunk; no other depends on those that tell. */
function plainPng(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept = [view.subarray(0, 8)];
  for (let place = 8; place + 12 <= view.length; ) {
    const end = place + 12 + view.readUInt32BE(place);
    if (!TELLING_PNG.has(view.toString('latin1', place + 4, place + 8))) {
      kept.push(view.subarray(place, end));
    }
    place = end;
  }
  return Buffer.concat(kept);
}

const TELLING_WEBP = new Set(['EXIF', 'XMP ']);
/** The bits of VP8X that say that such chunks follow. */
const HAS_EXIF_OR_XMP = 0x08 | 0x04;

/** RFC 9649, 2.3 and 2.7: chunk after chunk, each of an even length; the header counts and announces them. */
function plainWebp(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept = [Buffer.from(view.subarray(0, 12))];
  for (let place = 12; place + 8 <= view.length; ) {
    const kind = view.toString('latin1', place, place + 4);
    const length = view.readUInt32LE(place + 4);
    const end = place + 8 + length + (length % 2);
    const chunk = Buffer.from(view.subarray(place, end));
    if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~HAS_EXIF_OR_XMP;
    if (!TELLING_WEBP.has(kind)) kept.push(chunk);
    place = end;
  }
  const plain = Buffer.concat(kept);
  plain.writeUInt32LE(plain.length - 8, 4);
  return plain;
}
