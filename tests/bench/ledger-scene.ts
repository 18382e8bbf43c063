import { pool } from '@/lib/core/db';
import { newId, newToken } from '@/lib/core/ids';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import type { AccountingEvent } from '@/lib/ledger/events';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { topUp } from '@/tests/support/factories/payable-order';

let posted = 0;

/** Payments of one fen from many customers, to one merchant or shared among several. */
export function payments(
  count: number,
  customers: readonly string[],
  merchants: readonly string[],
): AccountingEvent[] {
  return Array.from({ length: count }, () => {
    posted += 1;
    const id = newId('att');
    return {
      event: 'balance_payment',
      entryKey: `payment:${id}`,
      businessRef: newId('ord'),
      amount: cny(1n),
      customerId: customers[posted % customers.length] ?? '',
      merchantId: merchants[posted % merchants.length] ?? '',
    };
  });
}

/** Customers enough that no two payments wait for the same balance for long. */
export async function makeCustomers(merchantId: string): Promise<string[]> {
  const customers: string[] = [];
  for (let number = 0; number < 512; number += 1) {
    const { customerId } = await ensureCustomer({ merchantId, reference: `bench-${number}` });
    await topUp(customerId, 10n ** 9n);
    customers.push(customerId);
  }
  return customers;
}

/** So many open orders of one fen, written in one statement. */
export async function makeOrders(merchantId: string, count: number): Promise<Order[]> {
  const made = Array.from({ length: count }, () => ({ id: newId('ord'), payToken: newToken() }));
  await pool().query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
                         customer_reference, content_hash, pay_token, expires_at)
     SELECT id, $3, id, 1, 'CNY', 'bench', 'digital', 'alice', 'bench', token, now() + interval '1 day'
       FROM unnest($1::text[], $2::text[]) AS made (id, token)`,
    [made.map(({ id }) => id), made.map(({ payToken }) => payToken), merchantId],
  );
  const one = await readOrder(made[0]?.id ?? '');
  return made.map((numbers) => ({ ...one, ...numbers, merchantOrderNo: numbers.id }));
}

/** Entries of the past, by the hundred thousand: between internal accounts, so that no balance moves. */
export async function fillBooks(entries: number): Promise<void> {
  const step = 100_000;
  for (let from = 0; from < entries; from += step) {
    await pool().query(
      `WITH past AS (SELECT 'ent_past_' || lpad(n::text, 9, '0') AS id, 'mer_' || n % 1000 AS merchant
                       FROM generate_series($1::int + 1, $2::int) AS n),
       accounts AS (
         INSERT INTO ledger_accounts (id, subject_code, owner_id, currency, kind, normal_side, balance_minor)
         SELECT DISTINCT 'merchant_pending:' || merchant || ':CNY', 'merchant_pending', merchant, 'CNY',
                'internal'::account_kind, 'credit'::ledger_side, 0 FROM past
         UNION ALL SELECT 'channel_clearing:past:CNY', 'channel_clearing', 'past', 'CNY', 'internal', 'debit', 0
         ON CONFLICT (id) DO NOTHING),
       made AS (
         INSERT INTO ledger_entries (id, entry_key, content_hash, event, currency, business_ref, accounting_date, posted_tx)
         SELECT id, 'past:' || id, id, 'channel_payment', 'CNY', id, current_date, pg_current_xact_id()::text::bigint FROM past
         RETURNING id, accounting_date)
       INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency, accounting_date)
       SELECT m.id, line.account, line.side::ledger_side, 1, 'CNY', m.accounting_date
         FROM made m JOIN past p USING (id),
              LATERAL (VALUES ('channel_clearing:past:CNY', 'debit'),
                              ('merchant_pending:' || p.merchant || ':CNY', 'credit')) AS line (account, side)`,
      [from, Math.min(from + step, entries)],
    );
  }
  await pool().query('ANALYZE ledger_entries, ledger_lines, ledger_accounts');
}
