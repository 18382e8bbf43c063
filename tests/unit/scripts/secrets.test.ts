import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecrets } from '@/scripts/lib/secrets.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
  file = path.join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('secrets are made once, kept, and readable by their owner only', () => {
  const first = keepSecrets(folder);
  expect(keepSecrets(folder)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(first.ENCRYPTION_KEY ?? '', 'base64')).toHaveLength(32);
});

test('a secret that a new version needs is added, and the others stay', () => {
  const { SIGNING_SECRET, ...rest } = keepSecrets(folder);
  writeFileSync(file, JSON.stringify(rest));
  const again = keepSecrets(folder);
  expect(again).toMatchObject(rest);
  expect(again.SIGNING_SECRET).toBeTruthy();
  expect(again.SIGNING_SECRET).not.toBe(SIGNING_SECRET);
});

test('whoever has joined the demo since gets an authenticator, and the others keep theirs', () => {
  const first = keepSecrets(folder);
  const all = JSON.parse(first.DEMO_AUTHENTICATORS ?? '');
  expect(all.map(({ account }: { account: string }) => account)).toContain('merchant@demo.test');
  const [kept] = all;
  writeFileSync(file, JSON.stringify({ ...first, DEMO_AUTHENTICATORS: JSON.stringify([kept]) }));
  const again = JSON.parse(keepSecrets(folder).DEMO_AUTHENTICATORS ?? '');
  expect(again).toHaveLength(all.length);
  expect(again[0]).toEqual(kept);
  expect(again[1]).not.toEqual(all[1]);
  expect(JSON.parse(keepSecrets(folder).DEMO_AUTHENTICATORS ?? '')).toEqual(again);
});

test('a damaged file is never replaced: what it encrypted would be lost', () => {
  writeFileSync(file, '{"ENCRYPTION_KEY": "ab');
  expect(() => keepSecrets(folder)).toThrow(/is damaged: put back a copy/);
  expect(readFileSync(file, 'utf8')).toBe('{"ENCRYPTION_KEY": "ab');
});
