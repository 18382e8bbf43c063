import { randomInt, randomUUID } from 'node:crypto';
import { withCheckDigit } from '@/lib/core/luhn';
import type { Database } from './browser-database';

/** A number that nobody has: right in all but its owner. */
export const freeNumber = (): string =>
  withCheckDigit(`889${String(randomInt(1e12)).padStart(12, '0')}`);

/** A merchant of this test's own whose settlement account has a number to transfer to. */
export async function addMerchantAccount(
  database: Database,
): Promise<{ name: string; number: string }> {
  const id = `mer_${randomUUID().replaceAll('-', '')}`;
  const [name, number] = [`Merchant ${id.slice(-6)}`, freeNumber()];
  await database.query(
    `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     VALUES ($1, $2, $2, '#0f766e', '{}', 'refund', 'bank_custody', '{}')`,
    [id, name],
  );
  await database.query(
    `INSERT INTO virtual_accounts (number, subject_code, owner_id) VALUES ($1, 'merchant_balance', $2)`,
    [number, id],
  );
  return { name, number };
}
