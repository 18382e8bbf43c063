import { expect, test } from 'vitest';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { getDelivery } from '@/lib/webhooks/get-delivery';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';
import { webhookScene } from '@/tests/support/webhook-scene';

test('in live mode no notice goes inside the network, not even to a place that the environment names', async () => {
  process.env.WEBHOOK_PRIVATE_TARGETS = 'localhost:*,127.0.0.1:*';
  const receiver = await startWebhookReceiver();
  const { port } = new URL(receiver.url);
  const reach = async (mode: 'test' | 'live') => {
    const { merchantId, event } = await webhookScene(`https://localhost:${port}/hook`, { mode });
    const deliveryId = await event();
    await deliverEvent({ deliveryId });
    return (await getDelivery({ merchantId, deliveryId })).lastProblem;
  };
  // What listens there speaks no TLS: it was reached, or it was not.
  expect(await reach('test')).toBe('tls');
  expect(await reach('live')).toBe('refused_address');
  expect(receiver.received).toEqual([]);
  await receiver.close();

  const { id: merchantId } = await seedMerchant({ mode: 'live' });
  for (const url of [`https://127.0.0.1:${port}/`, 'http://shop.example/hook']) {
    const refused = createWebhookEndpoint({ merchantId, url });
    expect([url, await refusalCode(refused)]).toEqual([url, 'endpoint_address_refused']);
  }
});
