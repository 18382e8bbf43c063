import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { fundedCustomer, payment, post } from '@/tests/support/factories/ledger';

function runBooks(): { code: number | null; lines: string[] } {
  const args = ['--import', 'tsx', 'scripts/books.ts'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, lines: stdout.trimEnd().split('\n') };
}

test('npm run books prints the trial balance, and fails if anything is off', async () => {
  const customerId = await fundedCustomer(123_456n);
  await post(payment(customerId, 1_000n, 'mer_books'));
  const clean = runBooks();
  expect(clean.code).toBe(0);
  const row = (name: string) =>
    clean.lines
      .find((line) => line.startsWith(name))
      ?.slice(name.length)
      .trim()
      .split(/\s+/);
  expect(row('Customer balance')).toEqual(['10.00', '1,234.56', '1,224.56']);
  expect(row('Platform bank deposits')).toEqual(['1,234.56', '1,234.56']);
  expect(clean.lines.map((line) => line.trim())).toContain('1,234.56        1,234.56');
  expect(clean.lines.at(-1)).toBe('2 entries, 3 accounts, 0 findings');

  const set = (minor: number) =>
    pool().query('UPDATE ledger_accounts SET balance_minor = $1 WHERE owner_id = $2', [
      minor,
      customerId,
    ]);
  await set(1);
  const spoiled = runBooks();
  await set(122_456);
  expect(spoiled.code).toBe(1);
  expect(spoiled.lines.slice(-2)).toEqual([
    `balance_differs_from_lines: customer_balance:${customerId}:CNY`,
    '2 entries, 3 accounts, 1 findings',
  ]);
});
