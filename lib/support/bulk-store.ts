import { db } from '@/lib/core/db';

/** Those of these deliveries whose address its merchant has switched off since. */
export async function selectEndpointsOff(deliveryIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT d.id FROM deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
     WHERE d.id = ANY (${[...deliveryIds]}::text[]) AND e.disabled_at IS NOT NULL`;
  return new Set(rows.map(({ id }) => id));
}
