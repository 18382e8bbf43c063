import { randomUUID } from 'node:crypto';
import { keyedHash } from '@/lib/core/crypto';
import type { Database } from './browser-database';

/** A merchant of this test's own with a contract of its own at UnionPay; answers its API key. */
export async function addContractedMerchant(
  database: Database,
  permissions: readonly string[],
): Promise<string> {
  const id = randomUUID().replaceAll('-', '');
  const [merchantId, secret] = [`mer_${id}`, `sk_test_${id}${id.slice(0, 11)}`];
  await database.query(
    `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     VALUES ($1, '测试商户', 'Test merchant', '#0f766e', $2, 'refund', 'bank_custody', '{}')`,
    [merchantId, [process.env.APP_ORIGIN]],
  );
  await database.query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'unionpay', '777290058110048', 'merchant', $3)`,
    [`ctr_${id.slice(0, 26)}`, merchantId, permissions],
  );
  await database.query(
    'INSERT INTO api_keys (id, merchant_id, hint, secret_hash) VALUES ($1, $2, $3, $4)',
    [`key_${id}`, merchantId, `…${secret.slice(-4)}`, keyedHash('api-key', secret)],
  );
  return secret;
}
