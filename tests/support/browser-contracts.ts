import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from './browser-database';
import { stackInfo } from './browser-settings';

/** A merchant of this test's own, so that what is agreed with channels for it concerns nobody else. */
export async function addMerchant(database: Database): Promise<string> {
  const id = `mer_${randomUUID().replaceAll('-', '')}`;
  await database.query(
    `INSERT INTO merchants (id, name, name_en, accent_color, return_origins, late_payment_policy,
                            balance_contract, hidden_methods)
     VALUES ($1, '青竹书店', 'Bamboo Books', '#0f766e', '{}', 'refund', 'none', '{}')`,
    [id],
  );
  return id;
}

/** An order at that merchant; answers its pay page. */
export async function addOrder(
  database: Database,
  { merchantId, amount }: { merchantId: string; amount: number },
): Promise<string> {
  const [id, payToken] = [`ord_${randomUUID()}`, randomBytes(32).toString('base64url')];
  await database.query(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
                         content_hash, pay_token, expires_at)
     VALUES ($1, $2, $1, $3, 'CNY', '测试商品', 'digital', $1, $4, now() + interval '30 minutes')`,
    [id, merchantId, amount, payToken],
  );
  return `${stackInfo().origin}/pay/${payToken}`;
}

const NUMBER = { unionpay: 'UNIONPAY_MERCHANT_ID', netsunion: 'NETSUNION_MERCHANT_NO' } as const;

/** From now on the merchant may do these things on that channel, and nothing else. */
export async function agreeOnChannel(
  database: Database,
  merchantId: string,
  { channel, permissions }: { channel: keyof typeof NUMBER; permissions: string[] },
): Promise<void> {
  await database.query(
    `UPDATE channel_contracts SET ended_at = now()
      WHERE merchant_id = $1 AND channel = $2::channel AND ended_at IS NULL`,
    [merchantId, channel],
  );
  await database.query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, $3::channel, $4, 'merchant', $5)`,
    [`ctr_${randomUUID()}`, merchantId, channel, process.env[NUMBER[channel]], permissions],
  );
}
