import { present } from '@/lib/core/assert';
import { db } from '@/lib/core/db';
import type { GoingLiveCheck } from './going-live';

/**
 * Each check as the database answers it now. A try to pay, to refund and to tell may have been made in either mode, so
 * that who has switched to live still sees what was shown in test.
 */
export async function selectGoingLive(
  merchantId: string,
): Promise<Record<GoingLiveCheck, boolean>> {
  const [row] = await db().$queryRaw<Record<GoingLiveCheck, boolean>[]>`
    WITH pair AS (
      SELECT id, mode, opened_at, return_origins FROM merchants WHERE id = ${merchantId}
      UNION
      SELECT t.id, t.mode, t.opened_at, t.return_origins
        FROM merchants m JOIN merchants t ON t.id = m.twin_id OR t.twin_id = m.id
       WHERE m.id = ${merchantId}
    )
    SELECT EXISTS (SELECT FROM api_keys WHERE merchant_id IN (SELECT id FROM pair)
                      AND last_used_at IS NOT NULL) AS key_used,
           EXISTS (SELECT FROM orders WHERE merchant_id IN (SELECT id FROM pair)
                      AND state = 'paid') AS order_paid,
           EXISTS (SELECT FROM refunds WHERE merchant_id IN (SELECT id FROM pair)
                      AND state = 'succeeded') AS refund_tried,
           EXISTS (SELECT FROM deliveries WHERE merchant_id IN (SELECT id FROM pair)
                      AND delivered_at > now() - interval '24 hours') AS endpoint_answers,
           EXISTS (SELECT FROM outbox_events e JOIN deliveries d ON d.event_id = e.id
                    WHERE e.merchant_id IN (SELECT id FROM pair)
                      AND e.topic = 'test.ping' AND d.state = 'delivered') AS test_event,
           EXISTS (SELECT FROM pair WHERE cardinality(return_origins) > 0) AS return_origin,
           EXISTS (SELECT FROM merchant_logos WHERE merchant_id IN (SELECT id FROM pair)) AS logo,
           (SELECT coalesce(bool_and(totp_item_id IS NOT NULL), false) FROM users
             WHERE merchant_id IN (SELECT id FROM pair)
               AND merchant_role = 'owner' AND disabled_at IS NULL) AS authenticator,
           EXISTS (SELECT FROM pair WHERE mode = 'live' AND opened_at IS NOT NULL) AS live_opened`;
  return present(row, 'what a query without FROM answers');
}
