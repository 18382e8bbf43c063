import { pool } from '@/lib/core/db';

export const ORDERS = 1_000_000;
const STEP = 100_000;

/**
 * A million orders of a hundred shops, one payment each: a fifth by phone bill, a fifth by bound card, a fifth
 * by QuickPass with a card that the channel named, a fifth signed in, the rest by guests with an order's phone. Written set by
 * set, with triggers and foreign keys off: nothing of them is in the books, and no attempt is one that a sweep
 * would settle.
 */
export async function fillOrders(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(PEOPLE);
    for (let from = 0; from < ORDERS; from += STEP) {
      for (const sql of [ORDER_ROWS, ATTEMPT_ROWS, PHONE_ROWS]) {
        await client.query(sql, [from + 1, from + STEP]);
      }
    }
    await client.query('RESET session_replication_role');
    await client.query('ANALYZE');
  } finally {
    client.release();
  }
}

const PEOPLE = `
  WITH shops AS (
    INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy, balance_contract,
                           hidden_methods)
    SELECT 'mer_bench' || n, 'x', 'x', '#000000', '{}', 'refund', 'none', '{}' FROM generate_series(0, 99) n),
  payers AS (
    INSERT INTO users (id, role, display_name, phone_masked)
    SELECT 'usr_bench' || n, 'shopper', 'x', '138****' || lpad((n % 10000)::text, 4, '0')
      FROM generate_series(0, 99999) n),
  named AS (
    INSERT INTO customers (id, merchant_id, reference, user_id)
    SELECT 'cus_bench' || n, 'mer_bench' || n % 100, 'bench' || n, 'usr_bench' || n FROM generate_series(0, 99999) n)
  INSERT INTO agreements (id, merchant_id, customer_id, card_hash, card_tail, bank_code, card_type, name_masked,
                          phone_masked, state, consent_version, consent_at)
  SELECT 'agr_bench' || n, 'mer_bench' || n % 100, 'cus_bench' || n, 'bench' || n, lpad((n % 10000)::text, 4, '0'), 'cmb', 'debit',
         'x', '137****' || lpad((n % 10000)::text, 4, '0'), 'ended', 'x', now()
    FROM generate_series(0, 99999) n`;

const AT = `timestamptz '2026-01-01 00:00Z' + n * interval '20 seconds'`;

const ORDER_ROWS = `
  INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, content_hash, pay_token,
                      state, expires_at, created_at, paid_at, paid_attempt_id, payer_phone_item_id, payer_phone_tail)
  SELECT 'ord_bench' || lpad(n::text, 21, '0'), 'mer_bench' || n % 100, 'B-' || n, 100 + n % 20000, 'CNY', 'x', 'digital', 'x',
         'bench' || n, 'paid', ${AT}, ${AT}, ${AT}, 'att_bench' || lpad(n::text, 21, '0'),
         CASE n % 5 WHEN 4 THEN 'bench' || n END, CASE n % 5 WHEN 4 THEN lpad((n / 5 % 10000)::text, 4, '0') END
    FROM generate_series($1::int, $2::int) n`;

const ATTEMPT_ROWS = `
  INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency, customer_id, host,
                        state, requested_at, payable_until, channel_ref, tn, agreement_id, evidence, created_at)
  SELECT 'att_bench' || lpad(n::text, 21, '0'), 'ord_bench' || lpad(n::text, 21, '0'), 'mer_bench' || n % 100,
         (CASE n % 5 WHEN 0 THEN 'carrier' WHEN 1 THEN 'card' ELSE 'quickpass' END)::method,
         (CASE n % 5 WHEN 0 THEN 'carrier' ELSE 'unionpay' END)::channel,
         'bench' || n, 100 + n % 20000, 'CNY', CASE n % 5 WHEN 3 THEN 'cus_bench' || n / 5 % 100000 END, 'mobile', 'failed', ${AT}, ${AT},
         'ref' || n, 'tn' || n, CASE n % 5 WHEN 1 THEN 'agr_bench' || n / 5 % 100000 END,
         CASE n % 5 WHEN 2 THEN jsonb_build_object('payCardNo', '****' || lpad((n / 5 % 10000)::text, 4, '0')) END, ${AT}
    FROM generate_series($1::int, $2::int) n`;

const PHONE_ROWS = `
  INSERT INTO phone_payments (attempt_id, order_id, line_id, carrier, province, fee_point, mode, phone_hash, phone_masked,
                              consent_version, created_at)
  SELECT 'att_bench' || lpad(n::text, 21, '0'), 'ord_bench' || lpad(n::text, 21, '0'), 'bench', 'cmcc', '11', 'x', 'sms', 'bench' || n,
         '139****' || lpad((n / 5 % 10000)::text, 4, '0'), 'x', ${AT}
    FROM generate_series($1::int, $2::int) n WHERE n % 5 = 0`;
