import { X509Certificate } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, startBench } from './start-bench';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const read = (name: string) => readFileSync(join(bench.dataDir, 'certs', name), 'utf8');

test('the leaves for signing and encrypting stand beside the roots that vouch for them', () => {
  const [, middlePem = ''] = read('roots.pem').split(/(?<=-----END CERTIFICATE-----\n)/);
  const middle = new X509Certificate(middlePem);
  for (const [name, commonName] of [
    ['unionpay', '041@SANDBOX@00040000:SIGN@00000001'],
    ['encrypt', '041@SANDBOX@00040000:ENC@00000002'],
  ]) {
    const leaf = new X509Certificate(read(`${name}.cert.pem`));
    expect(leaf.subject).toContain(`CN=${commonName}`);
    expect(leaf.checkIssued(middle) && leaf.verify(middle.publicKey)).toBe(true);
  }
});

test('a directory that an earlier version left gets certificates anew, all of them', async () => {
  const before = read('merchant.cert.pem');
  rmSync(join(bench.dataDir, 'certs', 'encrypt.cert.pem'));
  await bench.restart();
  expect(read('encrypt.cert.pem')).toContain('BEGIN CERTIFICATE');
  expect(read('merchant.cert.pem')).not.toBe(before);
});
