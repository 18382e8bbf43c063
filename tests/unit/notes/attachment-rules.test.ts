import { expect, test } from 'vitest';
import { acceptAttachment, cleanFileName, mediaTypeOf } from '@/lib/notes/attachment-rules';
import { jpeg, png, pngChunk, webp } from '@/tests/support/pictures';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

test.each([
  ['image/png', png(8, 8)],
  ['image/jpeg', jpeg(8, 8)],
  ['image/webp', webp.lossy(8, 8)],
  ['application/pdf', pdf],
] as const)('a file is %s by its own bytes', (mediaType, bytes) => {
  expect(mediaTypeOf(bytes)).toBe(mediaType);
  expect(acceptAttachment(bytes).mediaType).toBe(mediaType);
});

test.each([
  ['a page', Buffer.from('<!doctype html><script>1</script>')],
  ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a program', Buffer.from('MZ\x90\0')],
  ['a PDF behind something else', Buffer.concat([Buffer.from('<html>'), pdf])],
  ['half a picture', png(8, 8).subarray(0, 30)],
  ['half a PDF', pdf.subarray(0, 20)],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', (_, bytes) => {
  expect(() => acceptAttachment(bytes)).toThrow('attachment_type');
});

test('a file above 5 MB is refused, whatever it is; one of 5 MB is not', () => {
  const most = 5 * 1024 * 1024;
  const filled = (size: number) =>
    Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(size - pdf.length, 0x20), pdf.subarray(9)]);
  expect(acceptAttachment(filled(most)).bytes).toHaveLength(most);
  expect(() => acceptAttachment(filled(most + 1))).toThrow('attachment_too_large');
});

test('a JPEG loses where and by whom it was taken, and stays the same picture', () => {
  const plain = jpeg(8, 8);
  const segment = (marker: number, text: string) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text)]);
  const told = Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, 'Exif GPS 31.2304 N'),
    segment(0xed, 'Photoshop 3.0 by-line'),
    segment(0xfe, 'comment'),
    segment(0xe2, 'ICC_PROFILE'),
    plain.subarray(2),
  ]);
  const { bytes } = acceptAttachment(told);
  const text = Buffer.from(bytes).toString('latin1');
  for (const gone of ['GPS', 'by-line', 'comment']) expect(text).not.toContain(gone);
  expect(text).toContain('ICC_PROFILE');
  expect(Buffer.from(bytes).subarray(-10)).toEqual(plain.subarray(-10));
  expect(mediaTypeOf(bytes)).toBe('image/jpeg');
});

test('a PNG and a WebP lose it, too, and stay the same pictures', () => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const plain = png(8, 8, { chunks: [pngChunk('iCCP', Buffer.from('colours'))] });
  const telling = ['eXIf', 'tEXt', 'iTXt', 'zTXt'].map((kind) =>
    pngChunk(kind, Buffer.from('GPS 31.2304 N')),
  );
  const told = png(8, 8, { chunks: [pngChunk('iCCP', Buffer.from('colours')), ...telling] });
  const kept = acceptAttachment(told).bytes;
  expect(kept).toEqual(acceptAttachment(plain).bytes);
  expect(text(kept)).not.toMatch(/GPS|tEXt/);
  expect(text(kept)).toContain('colours');
  expect(mediaTypeOf(kept)).toBe('image/png');

  const chunk = (kind: string, content: string) => {
    const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, Buffer.from(content + '\0'.repeat(content.length % 2))]);
  };
  // Bits of VP8X: an ICC profile, Exif and XMP follow.
  const announced = webp.extended(8, 8, 0x20 | 0x08 | 0x04);
  const pixels = webp.lossy(8, 8).subarray(12);
  const whole = (...parts: Buffer[]) => {
    const all = Buffer.concat([announced, ...parts]);
    all.writeUInt32LE(all.length - 8, 4);
    return all;
  };
  const there = chunk('EXIF', 'GPS 31.2304 N');
  const by = chunk('XMP ', 'by-line');
  const photo = acceptAttachment(whole(chunk('ICCP', 'colours'), pixels, there, by)).bytes;
  expect(text(photo)).not.toMatch(/GPS|by-line|EXIF|XMP/);
  expect(text(photo)).toContain('colours');
  expect(photo[20]).toBe(0x20);
  expect(Buffer.from(photo).subarray(-pixels.length)).toEqual(pixels);
  expect(mediaTypeOf(photo)).toBe('image/webp');
});

test.each([
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['pictures\\截图 1.JPEG', 'image/jpeg', '截图 1.jpg'],
  ['bill"; filename="x.exe', 'image/png', 'bill filename= x.png'],
  ['a\r\nSet-Cookie: b.png', 'image/png', 'a Set-Cookie b.png'],
  ['.png', 'image/png', 'file.png'],
  ['', 'image/webp', 'file.webp'],
  ['卡'.repeat(300), 'image/png', `${'卡'.repeat(100)}.png`],
] as const)('the name %j is kept as a name and nothing else', (given, mediaType, kept) => {
  expect(cleanFileName(given, mediaType)).toBe(kept);
});
