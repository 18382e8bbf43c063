import { randomUUID } from 'node:crypto';
import type { Database } from './browser-database';

/** A subscription of that phone with two paid terms, as the shop's customers have them; answers its id. */
export async function addSubscription(
  database: Pick<Database, 'query'>,
  { merchantId = 'mer_hemu', customerReference = 'alice' } = {},
): Promise<string> {
  const id = `sub_${randomUUID().replaceAll('-', '').slice(0, 26)}`;
  const orders = await Promise.all(
    [1, 2].map((seq) => addOrder(database, merchantId, `${id}-${seq}`)),
  );
  await database.query(
    `INSERT INTO subscriptions (id, merchant_id, order_id, period, amount_minor, currency, subject, state,
       phone_hash, phone_masked, consent_version, customer_reference, paid_through, paid_terms)
     VALUES ($1, $2, $3, 'rolling_31', 1000, 'CNY', '云盘会员', 'active', 'somebody', '138****7000', 'test', $4,
             current_date + 40, 2)`,
    [id, merchantId, orders[0], customerReference],
  );
  for (const [place, orderId] of orders.entries()) {
    await database.query(
      `INSERT INTO subscription_terms (subscription_id, seq, order_id, starts_on, ends_on, paid_at, failures,
         failed_on, failure_reason)
       VALUES ($1, $2, $3, current_date + $4::int, current_date + $4::int + 30, now(), $5,
               CASE WHEN $5 > 0 THEN current_date END, CASE WHEN $5 > 0 THEN 'insufficient_funds' END)`,
      [id, place + 1, orderId, place * 31 - 21, place],
    );
  }
  await database.query(
    `INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor, cause)
     VALUES ('subscription', $1, 'begin', 'none', 'active', 'subscription', $2),
            ('subscription', $1, 'miss', 'active', 'past_due', 'schedule', 'insufficient_funds'),
            ('subscription', $1, 'renew', 'past_due', 'active', 'schedule', $3)`,
    [id, ...orders],
  );
  return id;
}

async function addOrder(
  database: Pick<Database, 'query'>,
  merchantId: string,
  merchantOrderNo: string,
): Promise<string> {
  const id = `ord_${randomUUID().replaceAll('-', '').slice(0, 26)}`;
  await database.query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
       subscription_period, content_hash, pay_token, state, expires_at)
     VALUES ($1, $2, $3, 1000, 'CNY', '云盘会员', 'digital', 'rolling_31', 'test', $4, 'expired', now())`,
    [id, merchantId, merchantOrderNo, randomUUID()],
  );
  return id;
}
