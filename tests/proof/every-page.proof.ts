import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What `npm test` sees once in each language. */
const SPECS = ['every-page.spec', 'wallet-fit.spec', 'sign-in-fit.spec'];

/**
 * Every page for every reader, in both languages, on both screens and in both colour schemes, with axe each time. The
 * tests are those of `npm test`, which leave most of the looks out.
 */
export async function prove(only = ''): Promise<void> {
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list', '--forbid-only'];
  const specs = SPECS.filter((name) => name.includes(only));
  const child = spawn(process.execPath, [...args, ...specs], {
    stdio: 'inherit',
    env: { ...process.env, CASHIER_LOOKS: 'every' },
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
}
