import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { disableWebhookEndpoint } from '@/lib/merchants/disable-webhook-endpoint';
import { MOST_ENDPOINTS } from '@/lib/merchants/endpoint-rules';
import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { removeWebhookEndpoint } from '@/lib/merchants/remove-webhook-endpoint';
import { rotateWebhookSecret } from '@/lib/merchants/rotate-webhook-secret';
import { setWebhookEndpoint } from '@/lib/merchants/set-webhook-endpoint';
import { switchWebhookEndpoint } from '@/lib/merchants/switch-webhook-endpoint';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';

const url = 'https://shop.example/hook';

test('an endpoint’s secret opens for delivery and rests sealed', async () => {
  const { id: merchantId } = await seedMerchant();
  const { id, secret } = await createWebhookEndpoint({ merchantId, url });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await openWebhookSecret(id)).toEqual({
    url,
    secrets: [secret],
    merchantId,
    isLive: false,
  });
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
  expect(await listWebhookEndpoints(merchantId)).toEqual([
    { id: kept.id, url: `${url}/kept`, topics: [] },
  ]);
});

test('addresses and secrets that are none are refused, and so is a merchant that is none', async () => {
  const { id: merchantId } = await seedMerchant();
  await expect(createWebhookEndpoint({ merchantId, url: 'ftp://a.example' })).rejects.toThrow();
  await expect(createWebhookEndpoint({ merchantId, url, secret: 'whsec_eA==' })).rejects.toThrow();
  const nobody = createWebhookEndpoint({ merchantId: 'mer_nobody', url });
  expect(await refusalCode(nobody)).toBe('not_found');
  expect(await listWebhookEndpoints(merchantId)).toEqual([]);
});

test('who may change endpoints does, with a record of each change; others may not', async () => {
  const { id: merchantId } = await seedMerchant();
  const developer: MerchantActor = { id: 'usr_dev', merchantId, merchantRole: 'developer' };
  const { id: endpointId } = await createWebhookEndpoint({ by: developer, url });
  await setWebhookEndpoint({
    by: developer,
    endpointId,
    url: `${url}/new`,
    topics: ['order.paid'],
  });
  await rotateWebhookSecret({ by: developer, endpointId });
  await switchWebhookEndpoint({ by: developer, endpointId, on: false });
  await switchWebhookEndpoint({ by: developer, endpointId, on: false });
  expect(await listOwnEndpoints(merchantId)).toMatchObject([
    { id: endpointId, url: `${url}/new`, topics: ['order.paid'], disabledReason: 'merchant' },
  ]);
  await removeWebhookEndpoint({ by: developer, endpointId });
  expect(await listOwnEndpoints(merchantId)).toEqual([]);
  const changes = await db().merchantChange.findMany({ where: { merchantId } });
  expect(changes.map(({ subject }) => subject)).toEqual([
    ...['webhook_endpoint', 'webhook_endpoint', 'webhook_secret', 'webhook_endpoint'],
    'webhook_endpoint',
  ]);
  expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(['usr_dev']));

  for (const merchantRole of ['finance', 'support'] as const) {
    const by = { ...developer, merchantRole };
    expect(await refusalCode(createWebhookEndpoint({ by, url }))).toBe('not_permitted');
    expect(await refusalCode(rotateWebhookSecret({ by, endpointId }))).toBe('not_permitted');
  }
  const gone = switchWebhookEndpoint({ by: developer, endpointId, on: true });
  expect(await refusalCode(gone)).toBe('endpoint_not_found');
});

test('at another address nothing has failed yet; other topics change nothing about that', async () => {
  const { id: merchantId } = await seedMerchant();
  const by: MerchantActor = { id: 'usr_dev', merchantId, merchantRole: 'developer' };
  const { id: endpointId } = await createWebhookEndpoint({ by, url });
  await db().$executeRaw`
    UPDATE webhook_endpoints SET failing_since = now() - interval '4 days', failures = 9,
           paused_until = now() + interval '1 hour' WHERE id = ${endpointId}`;
  const read = () => db().webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
  await setWebhookEndpoint({ by, endpointId, url, topics: ['order.paid'] });
  expect(await read()).toMatchObject({ failures: 9, pausedUntil: expect.any(Date) });
  await setWebhookEndpoint({ by, endpointId, url: `${url}/new` });
  expect(await read()).toMatchObject({ failures: 0, failingSince: null, pausedUntil: null });
});

test('a merchant has a few endpoints at most, and none inside the network', async () => {
  const { id: merchantId } = await seedMerchant();
  for (const inside of [
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'https://[::1]/',
    'http://0x7f.2/',
  ]) {
    const refused = createWebhookEndpoint({ merchantId, url: inside });
    expect(await refusalCode(refused)).toBe('endpoint_address_refused');
  }
  for (let n = 1; n <= MOST_ENDPOINTS; n += 1) await createWebhookEndpoint({ merchantId, url });
  expect(await refusalCode(createWebhookEndpoint({ merchantId, url }))).toBe('endpoint_limit');
});
