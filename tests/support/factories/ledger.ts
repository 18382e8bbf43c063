import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { ExternalRef } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import type { EntryJson } from '@/lib/ledger/entry';
import type { AccountingEvent } from '@/lib/ledger/events';
import { placeHold } from '@/lib/ledger/place-hold';
import { postEntry } from '@/lib/ledger/post-entry';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import { cny } from '@/lib/money/money';

export const customerAccount = (owner: string): ExternalRef => ({
  subject: 'customer_balance',
  owner,
});

export const topUp = (
  customerId: string,
  amountMinor: bigint,
  entryKey: string = newId('ent'),
): AccountingEvent => ({
  event: 'top_up',
  entryKey,
  businessRef: `top-up:${customerId}`,
  amount: cny(amountMinor),
  customerId,
});

export const payment = (
  customerId: string,
  amountMinor: bigint,
  merchantId = 'mer_ledger_test',
): AccountingEvent => ({
  event: 'balance_payment',
  entryKey: newId('ent'),
  businessRef: newId('ord'),
  amount: cny(amountMinor),
  customerId,
  merchantId,
});

export const post = (event: AccountingEvent): Promise<'posted' | 'repeated'> =>
  inTransaction((tx) => postEntry(tx, event));

/** A customer with so much on the balance, and nobody's otherwise. */
export async function fundedCustomer(amountMinor: bigint): Promise<string> {
  const customerId = newId('cus');
  await post(topUp(customerId, amountMinor));
  return customerId;
}

/** A merchant's pending account that is there already: whoever makes one lets others wait for the commit. */
export async function usedMerchant(): Promise<string> {
  const merchantId = newId('mer');
  await post(payment(await fundedCustomer(1n), 1n, merchantId));
  return merchantId;
}

export const hold = (
  customerId: string,
  amountMinor: bigint,
  more: { holdKey?: string; reason?: string; expiresAt?: Date } = {},
): Promise<{ holdId: string }> =>
  inTransaction((tx) =>
    placeHold(tx, {
      holdKey: newId('hld'),
      account: customerAccount(customerId),
      amount: cny(amountMinor),
      businessRef: 'wd_test',
      reason: 'withdrawal',
      ...more,
    }),
  );

/** An entry as the database reads it, which may be one that no event would make. */
export async function postJson(entry: Partial<EntryJson> & Record<string, unknown>) {
  const id = newId('ent');
  const whole = { id, entryKey: id, event: 'x', businessRef: 'x', currency: 'CNY', ...entry };
  const { rows } = await pool().query('SELECT try_post_entry($1::jsonb) AS answer', [
    JSON.stringify(whole),
  ]);
  return rows[0].answer as { ok?: string; refused?: string };
}

export const balanceMinor = async (customerId: string): Promise<bigint> =>
  (await balanceOf(customerAccount(customerId))).amountMinor;

/** What the work answers, or the code that it was refused with. */
export const answerOf = <T>(work: Promise<T>): Promise<T | string> =>
  work.catch((error: { code?: string }) => error.code ?? String(error));

export const findings = async (): Promise<{ code: string; detail: string }[]> =>
  (await checkBooks()).findings;

/**
 * Sums until every line is taken in. One round waits for whoever may still write, and a test beside
 * this one may: transaction numbers are the whole server's.
 */
export async function sumEverything(): Promise<void> {
  for (let open = 1; open > 0; ) {
    await sumInternalAccounts();
    const { rows } = await pool().query<{ open: number }>(
      `SELECT count(*)::int AS open FROM ledger_lines WHERE id > (SELECT through_line_id FROM ledger_sums)`,
    );
    open = rows[0]?.open ?? 0;
  }
}

/** How many are waiting to be alone with the books: to close a day or an internal account. */
export async function waitingForTheDayLock(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0]?.waiting ?? 0;
}

/** What the books check says about a database spoiled like this; nothing of it stays. */
export async function findingsWith(
  ...statements: string[]
): Promise<{ code: string; detail: string }[]> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    // As somebody with the keys to the server could: past every trigger.
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const statement of statements) await client.query(statement);
    const { rows } = await client.query<{ code: string; detail: string }>(
      'SELECT code, detail FROM check_books() ORDER BY code, detail',
    );
    return rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
