import { expect, test } from 'vitest';
import { readFileForm } from '@/app/_server/read-file-form';
import { piecesOf } from '@/tests/support/migration-files';
import { refusalCode } from '@/tests/support/refusal-code';

/** A form as a browser writes it. */
async function browserForm(fields: Record<string, string>, file?: Blob) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', file, 'kunden.csv');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const type = request.headers.get('content-type');
  return { type, body: new Uint8Array(await request.arrayBuffer()) };
}

async function textOf(file: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  if (!file) return undefined;
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const CONTENT = '客户编号,姓名\r\n--------formdata\r\n\r\n--\r\na,b\r\n';

test.each([1, 2, 7, 64, 10_000])(
  'a file comes out as it was, however the bytes are cut: by %i',
  async (size) => {
    const { type, body } = await browserForm(
      { consent: 'yes', note: '两行\r\n字' },
      new Blob([CONTENT]),
    );
    const { fields, file } = await readFileForm(type, piecesOf(body, size));
    expect({ ...fields }).toEqual({ consent: 'yes', note: '两行\r\n字' });
    expect(await textOf(file)).toBe(CONTENT);
  },
);

test('a form without a file, and an empty file', async () => {
  const none = await browserForm({ consent: 'yes' });
  expect(await readFileForm(none.type, piecesOf(none.body))).toEqual({
    fields: { consent: 'yes' },
  });
  const empty = await browserForm({}, new Blob([]));
  const { file } = await readFileForm(empty.type, piecesOf(empty.body));
  expect(await textOf(file)).toBe('');
});

test('what is no such form, or breaks off, is refused', async () => {
  const { type, body } = await browserForm({ consent: 'yes' }, new Blob([CONTENT]));
  const read = async (kind: string | null, bytes: Uint8Array) =>
    textOf((await readFileForm(kind, piecesOf(bytes))).file);
  expect(await refusalCode(read('text/csv', body))).toBe('invalid_request');
  expect(await refusalCode(read(null, body))).toBe('invalid_request');
  expect(await refusalCode(read(type, Buffer.from('x'.repeat(20_000))))).toBe('invalid_request');
  for (const length of [10, 100, body.length - 80]) {
    expect(await refusalCode(read(type, body.subarray(0, length)))).toBe('body_incomplete');
  }
});

test('a field that is too long, or too many of them, are refused', async () => {
  const long = await browserForm({ consent: 'y'.repeat(10_000) });
  expect(await refusalCode(readFileForm(long.type, piecesOf(long.body)))).toBe('invalid_request');
  const names = Array.from({ length: 30 }, (_, place) => [`f${place}`, 'x']);
  const many = await browserForm(Object.fromEntries(names));
  expect(await refusalCode(readFileForm(many.type, piecesOf(many.body)))).toBe('invalid_request');
});
