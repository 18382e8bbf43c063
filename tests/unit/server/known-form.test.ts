import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isKnownForm, readIds } from '@/app/_server/known-form';

const OURS = '7f1111111111111111111111111111111111111111';
const GONE = '7f2222222222222222222222222222222222222222';
const known = new Set([OURS]);

/** A form that a browser posts by itself. */
async function plain(fields: Record<string, string>): Promise<Request> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request('http://localhost/pay/x', { method: 'POST', body });
  const bytes = (await request.clone().arrayBuffer()).byteLength;
  request.headers.set('content-length', String(bytes));
  return request;
}
/** The same by React in the browser. */
const byScript = (id: string) =>
  new Request('http://localhost/pay/x', { method: 'POST', headers: { 'next-action': id } });
const bound = (id: string) => ({
  $ACTION_REF_2: '',
  '$ACTION_2:0': `{"id":"${id}","bound":"$@1"}`,
});

test('a form of this build is known, however it is posted', async () => {
  expect(await isKnownForm(byScript(OURS), known)).toBe(true);
  expect(await isKnownForm(await plain({ [`$ACTION_ID_${OURS}`]: '' }), known)).toBe(true);
  expect(await isKnownForm(await plain({ ...bound(OURS), token: 'x' }), known)).toBe(true);
});

test('a form that only an earlier build had is not', async () => {
  expect(await isKnownForm(byScript(GONE), known)).toBe(false);
  expect(await isKnownForm(await plain({ [`$ACTION_ID_${GONE}`]: '' }), known)).toBe(false);
  expect(await isKnownForm(await plain({ ...bound(GONE), token: 'x' }), known)).toBe(false);
  expect(await isKnownForm(await plain({ $ACTION_REF_1: '' }), known)).toBe(false);
});

test('what is no form of an action, or too heavy to look into, is left to Next', async () => {
  expect(await isKnownForm(await plain({ token: 'x' }), known)).toBe(true);
  const heavy = await plain({ [`$ACTION_ID_${GONE}`]: '' });
  heavy.headers.set('content-length', '2000000');
  expect(await isKnownForm(heavy, known)).toBe(true);
  expect(await isKnownForm(byScript(GONE), new Set())).toBe(true);
});

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['a body that is none', 'multipart/form-data; boundary=x', 'not a form'],
  ['no body', 'multipart/form-data; boundary=x', ''],
])(
  'what says that it is a form and has %s is left to Next, and breaks nothing',
  async (_, type, body) => {
    const headers = { 'content-type': type, 'content-length': String(body.length) };
    const request = new Request('http://localhost/pay/x', { method: 'POST', headers, body });
    expect(await isKnownForm(request, known)).toBe(true);
  },
);

test('the build’s own list is read; without one nothing is known about any form', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ids-'));
  const file = path.join(folder, 'list.json');
  writeFileSync(file, JSON.stringify({ node: { [OURS]: {} }, edge: {}, encryptionKey: 'x' }));
  expect([...readIds(file)]).toEqual([OURS]);
  expect(readIds(path.join(folder, 'none.json')).size).toBe(0);
  rmSync(folder, { recursive: true });
});
