import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { makeAttempt, makeOrderFor } from './factories/payable-order';

/** Writes rows whose neighbours nobody needs here: foreign keys and triggers are off meanwhile. */
export async function writeAlone(sql: string, values: unknown[]): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(sql, values);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export const someTail = (): string => String(Math.floor(Math.random() * 10_000)).padStart(4, '0');
/** An amount that no other test has. */
export const someAmount = (): bigint => BigInt(1_000_000 + Math.floor(Math.random() * 900_000_000));

/** A new order of a merchant with one try to pay it; `set` is what the try is changed to be. */
export async function tried(
  merchantId: string,
  {
    amountMinor = someAmount(),
    balanceMinor = 0n,
    ...set
  }: { amountMinor?: bigint; balanceMinor?: bigint } & Record<
    string,
    string | bigint | Date | object
  > = {},
): Promise<Order> {
  const order = await makeOrderFor(merchantId, { amountMinor: amountMinor + balanceMinor });
  const attempt = await makeAttempt({ ...order, amount: cny(amountMinor) });
  const mixed = balanceMinor > 0n && { balance_minor: balanceMinor, balance_hold_id: newId('hld') };
  const entries = Object.entries({ ...set, ...mixed });
  if (entries.length > 0) {
    const assigned = entries.map(([column], place) => `${column} = $${place + 2}`).join(', ');
    await writeAlone(`UPDATE attempts SET ${assigned} WHERE id = $1`, [
      attempt.id,
      ...entries.map(([, value]) => (typeof value === 'bigint' ? value.toString() : value)),
    ]);
  }
  return order;
}

const attemptOf = async (order: Order): Promise<string> => {
  const { rows } = await pool().query('SELECT id FROM attempts WHERE order_id = $1', [order.id]);
  return rows[0].id;
};

/** The order's payment charges a phone's bill. */
export async function onPhoneBill(order: Order, phoneTail: string): Promise<void> {
  await writeAlone(
    `INSERT INTO phone_payments (attempt_id, order_id, line_id, carrier, province, fee_point, mode,
                                 phone_hash, phone_masked, consent_version)
     VALUES ($1, $2, 'line', 'cmcc', '11', 'fee', 'sms', $3, $4, '2026')`,
    [await attemptOf(order), order.id, newId('req'), `138****${phoneTail}`],
  );
}

/** The shop's order came with its payer's phone. */
export const byPhoneOfOrder = (order: Order, phoneTail: string): Promise<void> =>
  writeAlone('UPDATE orders SET payer_phone_item_id = $2, payer_phone_tail = $3 WHERE id = $1', [
    order.id,
    newId('vlt'),
    phoneTail,
  ]);

/** Whoever is signed in pays it. */
export async function bySignedIn(order: Order, phoneTail: string): Promise<void> {
  const [userId, customerId] = [newId('usr'), newId('cus')];
  await writeAlone(
    `INSERT INTO users (id, role, display_name, phone_masked) VALUES ($1, 'shopper', 'x', $2)`,
    [userId, `139****${phoneTail}`],
  );
  await writeAlone(
    `INSERT INTO customers (id, merchant_id, reference, user_id) VALUES ($1, $2, $1, $3)`,
    [customerId, order.merchantId, userId],
  );
  await writeAlone('UPDATE attempts SET customer_id = $2 WHERE order_id = $1', [
    order.id,
    customerId,
  ]);
}

/** A bound card pays it. */
export async function byBoundCard(
  order: Order,
  { cardTail = '0001', phoneTail = '0002' },
): Promise<string> {
  const id = newId('agr');
  await writeAlone(
    `INSERT INTO agreements (id, merchant_id, customer_id, card_hash, card_tail, bank_code, card_type,
                             name_masked, phone_masked, state, consent_version, consent_at)
     VALUES ($1, $2, 'cus', $1, $3, 'cmb', 'debit', '林*', $4, 'active', '2026', now())`,
    [id, order.merchantId, cardTail, `137****${phoneTail}`],
  );
  await writeAlone(`UPDATE attempts SET agreement_id = $2, method = 'card' WHERE order_id = $1`, [
    order.id,
    id,
  ]);
  return id;
}

/** As if it had been begun and paid then. */
export async function paidAt(order: Order, begunAt: Date, at: Date): Promise<void> {
  await writeAlone('UPDATE attempts SET created_at = $2 WHERE order_id = $1', [order.id, begunAt]);
  await writeAlone('UPDATE orders SET paid_at = $2 WHERE id = $1', [order.id, at]);
}
