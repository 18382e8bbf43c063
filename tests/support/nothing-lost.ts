import type { Pool } from 'pg';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';

const PATIENCE_MS = 180_000;

/** What is still under way: undecided attempts whose money may have moved, and events that no shop has heard of. */
const UNDER_WAY = `
  SELECT 'attempt ' || state AS what, count(*)::int AS count FROM attempts
   WHERE state IN ('created', 'sent', 'unknown', 'late_succeeded') GROUP BY state
  UNION ALL
  SELECT 'event', count(*)::int FROM outbox_events WHERE relayed_at IS NULL HAVING count(*) > 0
  UNION ALL
  SELECT 'delivery', count(*)::int FROM deliveries WHERE state = 'pending' HAVING count(*) > 0`;

const WRONG: readonly (readonly [what: string, sql: string])[] = [
  [
    'an order is paid, and not by exactly one attempt',
    `SELECT o.id FROM orders o
      WHERE (o.state = 'paid') <> EXISTS (SELECT FROM attempts a WHERE a.order_id = o.id AND a.state = 'succeeded')
         OR (SELECT count(*) FROM attempts a WHERE a.order_id = o.id AND a.state = 'succeeded') > 1`,
  ],
  [
    'a paid order’s event is not there exactly once',
    `SELECT o.id FROM orders o LEFT JOIN outbox_events e ON e.subject_id = o.id AND e.topic = 'order.paid'
      WHERE o.state = 'paid' GROUP BY o.id HAVING count(e.id) <> 1`,
  ],
  [
    'an event did not reach an endpoint that asked for it',
    `SELECT e.id FROM outbox_events e JOIN webhook_endpoints w ON w.merchant_id = e.merchant_id AND w.disabled_at IS NULL
      WHERE e.topic = 'order.paid' AND e.created_at > w.created_at AND (w.topics = '{}' OR e.topic = ANY (w.topics))
        AND NOT EXISTS (SELECT FROM deliveries d
                         WHERE d.event_id = e.id AND d.endpoint_id = w.id AND d.state = 'delivered')`,
  ],
  ['the books', "SELECT code || ': ' || detail AS id FROM check_books()"],
];

interface GatewayOrder {
  orderId: string;
  kind: string;
  state: string;
}

/**
 * Waits until nothing is under way any more, and looks for whatever is wrong then: here, in the books, and between us
 * and the gateway.
 * @param heardPaid orders of which a page or a shop was told that they are paid
 * @returns a sentence for each thing that is wrong
 */
export async function findLost(
  pool: Pool,
  sandboxOrigin: string,
  heardPaid: readonly string[],
): Promise<string[]> {
  let left = '';
  await waitUntil(
    async () => {
      const { rows } = await pool.query<{ what: string; count: number }>(UNDER_WAY);
      left = rows.map(({ what, count }) => `${count} × ${what}`).join(', ');
      return left === '' && (await unsettled(pool, sandboxOrigin)).length === 0;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 500, otherwise: 'not everything was decided' },
  ).catch(() => undefined);
  const wrong: string[] = [];
  if (left) wrong.push(`still under way: ${left}`);
  for (const [what, sql] of WRONG) {
    const { rows } = await pool.query<{ id: string }>(sql);
    wrong.push(...rows.map(({ id }) => `${what}: ${id}`));
  }
  for (const number of await unsettled(pool, sandboxOrigin)) {
    wrong.push(`paid at the gateway and not here, or the other way: ${number}`);
  }
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM unnest($1::text[]) AS heard (id)
      WHERE NOT EXISTS (SELECT FROM orders o WHERE o.id = heard.id AND o.state = 'paid')`,
    [heardPaid],
  );
  wrong.push(...rows.map(({ id }) => `told as paid and not paid: ${id}`));
  return wrong;
}

/** Numbers under which exactly one of the two has the money. */
async function unsettled(pool: Pool, sandboxOrigin: string): Promise<string[]> {
  const response = await fetch(`${sandboxOrigin}/control/api/orders`);
  const { orders } = (await response.json()) as { orders: GatewayOrder[] };
  const there = orders
    .filter(({ kind, state }) => kind === 'consume' && state === 'succeeded')
    .map(({ orderId }) => orderId);
  const { rows } = await pool.query<{ number: string }>(
    `SELECT channel_order_no AS number FROM attempts
      WHERE channel = 'unionpay' AND state IN ('succeeded', 'returned')`,
  );
  const here = rows.map(({ number }) => number);
  const [atGateway, withUs] = [new Set(there), new Set(here)];
  return [
    ...there.filter((number) => !withUs.has(number)),
    ...here.filter((number) => !atGateway.has(number)),
  ];
}
