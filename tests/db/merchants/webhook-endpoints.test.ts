import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { disableWebhookEndpoint } from '@/lib/merchants/disable-webhook-endpoint';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';

const url = 'https://shop.example/hook';

test('an endpoint’s secret opens for delivery and rests sealed', async () => {
  const { id: merchantId } = await seedMerchant();
  const { id, secret } = await createWebhookEndpoint({ merchantId, url });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await openWebhookSecret(id)).toEqual({ url, secret, merchantId });
  const row = await db().webhookEndpoint.findUniqueOrThrow({
    where: { id },
    omit: { sealedSecret: false },
  });
  expect(Buffer.from(row.sealedSecret).toString('latin1')).not.toContain(secret.slice(6, 20));
});

test('a sealed secret moved to another endpoint does not open', async () => {
  const { id: merchantId } = await seedMerchant();
  const [a, b] = [
    await createWebhookEndpoint({ merchantId, url }),
    await createWebhookEndpoint({ merchantId, url }),
  ];
  await db().$executeRaw`
    UPDATE webhook_endpoints SET sealed_secret =
      (SELECT sealed_secret FROM webhook_endpoints WHERE id = ${a.id}) WHERE id = ${b.id}`;
  await expect(openWebhookSecret(b.id)).rejects.toThrow();
});

test('a disabled endpoint is listed no more', async () => {
  const { id: merchantId } = await seedMerchant();
  const gone = await createWebhookEndpoint({ merchantId, url: `${url}/gone` });
  const kept = await createWebhookEndpoint({ merchantId, url: `${url}/kept` });
  await inTransaction((tx) => disableWebhookEndpoint(tx, gone.id));
  expect(await listWebhookEndpoints(merchantId)).toEqual([{ id: kept.id, url: `${url}/kept` }]);
});

test('addresses and secrets that are none are refused, and so is a merchant that is none', async () => {
  const { id: merchantId } = await seedMerchant();
  await expect(createWebhookEndpoint({ merchantId, url: 'ftp://a.example' })).rejects.toThrow();
  await expect(createWebhookEndpoint({ merchantId, url, secret: 'whsec_eA==' })).rejects.toThrow();
  const nobody = createWebhookEndpoint({ merchantId: 'mer_nobody', url });
  expect(await refusalCode(nobody)).toBe('not_found');
  expect(await listWebhookEndpoints(merchantId)).toEqual([]);
});
