import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepOwnCa } from '@/scripts/lib/own-ca.mjs';

const DAY_MS = 24 * 3_600_000;
const NOW_MS = Date.parse('2026-11-26T00:00:00Z');

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'own-ca-'));
  directory = path.join(folder, 'ca');
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = async (nowMs = NOW_MS) => {
  const { caFile, keyFile, certFile } = await keepOwnCa(directory, nowMs);
  return [caFile, keyFile, certFile].map((file) => readFileSync(file, 'utf8')) as [
    string,
    string,
    string,
  ];
};

test('the certificate is for localhost and its addresses alone, and the authority vouches for it', async () => {
  const [ca, key, leaf] = await kept();
  const [authority, certificate] = [new X509Certificate(ca), new X509Certificate(leaf)];
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('cashier.example')).toBeUndefined();
  expect(certificate.ca).toBe(false);
  expect(authority.ca).toBe(true);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(key).toContain('PRIVATE KEY');
});

test('only the owner can read what was made, and the key of the authority is nowhere', async () => {
  await kept();
  const names = readdirSync(directory);
  expect(names.sort()).toEqual(['ca.pem', 'listener.cert.pem', 'listener.key.pem']);
  for (const name of names) {
    expect(statSync(path.join(directory, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(readFileSync(path.join(directory, 'ca.pem'), 'utf8')).not.toContain('PRIVATE');
});

test('what was made is kept until thirty days before its end, and then made anew', async () => {
  const first = await kept();
  expect(await kept(NOW_MS + 366 * DAY_MS)).toEqual(first);
  const second = await kept(NOW_MS + 368 * DAY_MS);
  expect(second[0]).not.toBe(first[0]);
  expect(second[2]).not.toBe(first[2]);
});

test.each(['ca.pem', 'listener.key.pem', 'listener.cert.pem'])(
  'without a whole %s all three are made anew',
  async (name) => {
    const first = await kept();
    writeFileSync(path.join(directory, name), name.includes('key') ? '' : 'cut sho');
    const second = await kept();
    expect(second).not.toEqual(first);
    const [ca, , leaf] = second;
    expect(new X509Certificate(leaf).verify(new X509Certificate(ca).publicKey)).toBe(true);
  },
);
