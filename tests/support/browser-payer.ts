import { randomUUID } from 'node:crypto';
import type { Database } from './browser-database';

/**
 * Gives the user who has just signed in with that phone an account at the demo shop (¥20,000), the
 * test shopper's payment password, and an identity that somebody verified face to face: what would
 * take a person and five banks.
 */
export async function makePayer(
  database: Database,
  phone: string,
  balanceFen = 2_000_000,
): Promise<{ reference: string; userId: string }> {
  const id = randomUUID();
  const [user] = await database.query(
    `SELECT id FROM users WHERE phone_masked = $1 ORDER BY created_at DESC LIMIT 1`,
    [`${phone.slice(0, 3)}****${phone.slice(-4)}`],
  );
  const [customer, person] = [`cus_${id}`, `psn_${id}`];
  await database.query(
    `INSERT INTO vault_items (id, purpose, wrapped_key, sealed) VALUES ($1, 'person_name', '', '')`,
    [`vlt_${id}`],
  );
  await database.query(
    `INSERT INTO persons (id, id_no_hash, id_no_item_id, id_no_masked, name_item_id, name_hash, name_masked)
     VALUES ($1, $2, $3, '110***********0038', $3, '', '张*')`,
    [person, id, `vlt_${id}`],
  );
  await database.query(
    `INSERT INTO person_verifications (person_id, source) VALUES ($1, 'face_to_face')`,
    [person],
  );
  await database.query('UPDATE users SET person_id = $1 WHERE id = $2', [person, user?.id]);
  await database.query(
    `INSERT INTO customers (id, merchant_id, reference, user_id, payment_password_hash)
     SELECT $1, merchant_id, $1, $2, payment_password_hash FROM customers WHERE reference = 'alice'`,
    [customer, user?.id],
  );
  await topUp(database, customer, balanceFen);
  return { reference: customer, userId: String(user?.id) };
}

/** Puts money on an account at a shop. */
export async function topUp(database: Database, customer: string, fen: number): Promise<void> {
  const id = randomUUID();
  await database.query('SELECT post_entry($1)', [
    {
      id: `ent_${id}`,
      entryKey: `test:${id}`,
      event: 'top_up',
      businessRef: `test:${id}`,
      currency: 'CNY',
      lines: [
        {
          subject: 'platform_bank',
          owner: 'platform',
          side: 'debit',
          amountMinor: String(fen),
        },
        {
          subject: 'customer_balance',
          owner: customer,
          side: 'credit',
          amountMinor: String(fen),
        },
      ],
    },
  ]);
}
