import { crc32, deflateSync } from 'node:zlib';

const be32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

export function pngChunk(kind: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  return Buffer.concat([be32(content.length), named, be32(crc32(named))]);
}

/** A real grey PNG of this size (above 64 pixels high with its first rows only), with further chunks before its pixels; `salt` makes it another one. */
export function png(width: number, height: number, { chunks = [] as Buffer[], salt = '' } = {}) {
  const head = Buffer.concat([be32(width), be32(height), Buffer.from([8, 0, 0, 0, 0])]);
  // One byte of filter and one for each pixel of a row.
  const pixels = deflateSync(Buffer.alloc((width + 1) * Math.min(height, 64), 0x80));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    ...chunks,
    pngChunk('saLt', Buffer.from(salt, 'latin1')),
    pngChunk('IDAT', pixels),
    pngChunk('IEND'),
  ]);
}

/** The header of a JPEG of this size, an application segment before it, and an end. */
export function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 7, 0x4a, 0x46, 0x49, 0x46, 0]),
    Buffer.from([0xff, 0xff, frame, 0, 11, 8]),
    size,
    Buffer.from([1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0x34, 0xff, 0xd9]),
  ]);
}

function riff(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  const body = Buffer.concat([Buffer.from(`WEBP${kind}`, 'latin1'), length, content]);
  const whole = Buffer.alloc(4);
  whole.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), whole, body]);
}

/** The header of a WebP of this size, in each of its three formats. */
export const webp = {
  lossy(width: number, height: number): Buffer {
    const size = Buffer.alloc(4);
    size.writeUInt16LE(width);
    size.writeUInt16LE(height, 2);
    return riff('VP8 ', Buffer.concat([Buffer.from([0x30, 1, 0, 0x9d, 1, 0x2a]), size]));
  },
  lossless(width: number, height: number): Buffer {
    const bits = Buffer.alloc(4);
    bits.writeUInt32LE((width - 1) | ((height - 1) << 14));
    return riff('VP8L', Buffer.concat([Buffer.from([0x2f]), bits]));
  },
  extended(width: number, height: number, flags = 0): Buffer {
    const content = Buffer.alloc(10);
    content[0] = flags;
    content.writeUIntLE(width - 1, 4, 3);
    content.writeUIntLE(height - 1, 7, 3);
    return riff('VP8X', content);
  },
};
