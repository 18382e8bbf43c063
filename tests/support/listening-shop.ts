import { DEMO_MERCHANT_ID } from '@/lib/demo/shop';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

type Query = (text: string, values: unknown[]) => Promise<unknown>;

/** The demo shop refuses notices of orders that it did not place itself: here another server listens in its place. */
export async function startListeningShop(query: Query): Promise<WebhookReceiver> {
  const receiver = await startWebhookReceiver();
  await query('UPDATE webhook_endpoints SET url = $1 WHERE merchant_id = $2', [
    receiver.url,
    DEMO_MERCHANT_ID,
  ]);
  return receiver;
}

interface Told {
  type: string;
  data: { order_id?: string };
}

/** Which paid orders a shop did not hear of, or under more than one event id; how often it was told does not matter. */
export function notHeardOnce(
  paid: readonly string[],
  { received }: Pick<WebhookReceiver, 'received'>,
): string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const { headers, body } of received) {
    const { type, data } = JSON.parse(body) as Told;
    if (type !== 'order.paid' || !data.order_id) continue;
    const ids = idsOf.get(data.order_id) ?? new Set();
    idsOf.set(data.order_id, ids.add(headers['webhook-id'] ?? ''));
  }
  return paid
    .map((id) => ({ id, count: idsOf.get(id)?.size ?? 0 }))
    .filter(({ count }) => count !== 1)
    .map(({ id, count }) => `the shop heard of a paid order under ${count} event ids: ${id}`);
}
