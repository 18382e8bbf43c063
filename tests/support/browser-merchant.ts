import { randomUUID } from 'node:crypto';
import { keyedHash, seal } from '@/lib/core/crypto';
import { endpointContext } from '@/lib/merchants/rules';
import type { Database } from './browser-database';

/** A merchant of this test's own with a contract of its own at UnionPay, and its API key. */
export async function addContractedMerchant(
  database: Database,
  permissions: readonly string[],
): Promise<{ merchantId: string; apiKey: string }> {
  const id = randomUUID().replaceAll('-', '');
  const [merchantId, apiKey] = [`mer_${id}`, `sk_test_${id}${id.slice(0, 11)}`];
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
    [`key_${id}`, merchantId, `…${apiKey.slice(-4)}`, keyedHash('api-key', apiKey)],
  );
  return { merchantId, apiKey };
}

/** Where that merchant's notices go from now on. */
export async function addWebhookEndpoint(
  database: Database,
  { merchantId, url }: { merchantId: string; url: string },
): Promise<void> {
  const id = `whe_${randomUUID().replaceAll('-', '').slice(0, 26)}`;
  const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
  await database.query(
    'INSERT INTO webhook_endpoints (id, merchant_id, url, sealed_secret) VALUES ($1, $2, $3, $4)',
    [id, merchantId, url, seal(secret, endpointContext(id))],
  );
}
