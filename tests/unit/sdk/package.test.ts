import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SDK = join(ROOT, 'lib', 'sdk');

test('the package builds, and a plain Node program can use all that it offers', () => {
  const home = mkdtempSync(join(tmpdir(), 'sdk-package-'));
  try {
    const own = join(home, 'node_modules', '@cashier', 'sdk');
    mkdirSync(own, { recursive: true });
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [tsc, '-p', SDK, '--outDir', join(own, 'dist')], {
      encoding: 'utf8',
    });
    cpSync(join(SDK, 'package.json'), join(own, 'package.json'));
    const program = [
      "import { Cashier } from '@cashier/sdk';",
      "import { CashierUnreachable } from '@cashier/sdk/problem';",
      "import { readReturn, signedLink } from '@cashier/sdk/link';",
      "import { readWebhook } from '@cashier/sdk/webhook';",
      "const cashier = new Cashier({ origin: 'http://127.0.0.1:1', apiKey: 'k', retries: 0 });",
      "const error = await cashier.getOrder('ord_1').catch((one) => one);",
      'console.log([error instanceof CashierUnreachable, typeof readReturn, typeof signedLink, typeof readWebhook].join());',
    ];
    writeFileSync(join(home, 'program.mjs'), program.join('\n'));
    const said = execFileSync(process.execPath, ['program.mjs'], { cwd: home, encoding: 'utf8' });
    expect(said.trim()).toBe('true,function,function,function');
    const { dependencies } = JSON.parse(readFileSync(join(SDK, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
  } finally {
    rmSync(home, { recursive: true });
  }
});
