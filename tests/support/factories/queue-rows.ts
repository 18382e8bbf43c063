import { newId } from '@/lib/core/ids';

/**
 * Of a connection on which no trigger fires: each state is put there as it is found in a queue, not as it came
 * about (`SET session_replication_role = replica`).
 */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown>;

export interface QueuedOrder {
  orderId: string;
  merchantId: string;
  orderNo: string;
}

/** An order, so old, of a merchant that is there. */
export async function addOrder(
  run: RunSql,
  merchantId: string,
  { minutes = 60, amountMinor = 6_800 } = {},
): Promise<QueuedOrder> {
  const [orderId, orderNo] = [newId('ord'), newId('ord')];
  await run(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods, content_hash,
       pay_token, expires_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'CNY', '亚麻短袖衬衫', 'physical', 'test', $1, now() + interval '1 hour',
       now() - make_interval(mins => $5::int), now())`,
    [orderId, merchantId, orderNo, amountMinor, minutes],
  );
  return { orderId, merchantId, orderNo };
}

/** A payment of it by QuickPass in that state, so old. */
export async function addAttempt(
  run: RunSql,
  { orderId, merchantId }: QueuedOrder,
  { state = 'unknown', minutes = 60, amountMinor = 6_800 } = {},
): Promise<string> {
  const id = newId('att');
  await run(
    `INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency,
       host, state, requested_at, payable_until, created_at, updated_at)
     VALUES ($1, $2, $3, 'quickpass', 'unionpay', substr($1, 5), $4, 'CNY', 'mobile', $5::attempt_state, now(),
       now() + interval '1 hour', now() - make_interval(mins => $6::int), now())`,
    [id, orderId, merchantId, amountMinor, state, minutes],
  );
  return id;
}

/** A refund of it in that state, so old. */
export async function addRefund(
  run: RunSql,
  { orderId, merchantId }: QueuedOrder,
  attemptId: string,
  { state = 'unknown', cause = 'requested', route = 'refund', minutes = 60, replacesId = '' } = {},
): Promise<string> {
  const id = newId('ref');
  await run(
    `INSERT INTO refunds (id, merchant_id, order_id, attempt_id, cause, channel, route, channel_order_no,
       amount_minor, currency, state, requested_at, taken_at, created_at, updated_at, replaces_id,
       divert_cause)
     VALUES ($1, $2, $3, $4, $5::refund_cause, 'unionpay', $6::refund_route, $1, 6800, 'CNY', $7::refund_state,
       now(), now(), now() - make_interval(mins => $8::int), now(), nullif($9, ''),
       CASE WHEN $6 = 'transfer' THEN 'account_closed'::refund_case_cause END)`,
    [id, merchantId, orderId, attemptId, cause, route, state, minutes, replacesId],
  );
  return id;
}

/** A refund case of it in that state, so old, with the refund by transfer that it carries on. */
export async function addCase(
  run: RunSql,
  order: QueuedOrder,
  { state = 'open', minutes = 60, tries = 0, assignedTo = '', dueInMinutes = 600 } = {},
): Promise<string> {
  const id = newId('rcs');
  const attemptId = await addAttempt(run, order, { state: 'failed', minutes });
  const refundId = await addRefund(run, order, attemptId, {
    state: 'diverted',
    route: 'transfer',
    minutes,
  });
  await run(
    `INSERT INTO refund_cases (id, refund_id, order_id, merchant_id, attempt_id, channel, amount_minor, currency,
       cause, channel_code, state, payout_tries, assigned_to, due_at, expires_at, opened_at, ended_as)
     VALUES ($1, $2, $3, $4, $5, 'unionpay', 6800, 'CNY', 'account_closed', '63', $6::refund_case_state, $7,
       nullif($8, ''), now() + make_interval(mins => $9::int), now() + interval '45 days',
       now() - make_interval(mins => $10::int),
       CASE $6::refund_case_state WHEN 'paid' THEN 'card' WHEN 'closed' THEN 'merchant' END::refund_case_end)`,
    [
      ...[id, refundId, order.orderId, order.merchantId, attemptId, state, tries, assignedTo],
      ...[dueInMinutes, minutes],
    ],
  );
  return id;
}

/** What a maker has proposed for a case; it stands. */
export async function addProposal(run: RunSql, caseId: string, makerId: string): Promise<string> {
  const [id, payeeId] = [newId('rpr'), newId('pye')];
  await run(
    `INSERT INTO payees (id, kind, card_hash, card_masked, name_hash, name_masked, proof)
     VALUES ($1, 'card', $1, '622588******4821', $1, '李*', 'four_elements')`,
    [payeeId],
  );
  await run(
    `INSERT INTO refund_proposals (id, case_id, payee_id, amount_minor, content_hash, tier, needed, maker_id, note)
     VALUES ($1, $2, $3, 6800, 'hash', 'one', 1, $4, '已核对')`,
    [id, caseId, payeeId, makerId],
  );
  await run('UPDATE refund_cases SET proposal_id = $2 WHERE id = $1', [caseId, id]);
  return id;
}

/** A notice of a paid order that did not arrive. */
export async function addDelivery(
  run: RunSql,
  { orderId, merchantId }: QueuedOrder,
  { state = 'exhausted', tries = 10, minutes = 60, off = false } = {},
): Promise<string> {
  const [id, eventId, endpointId] = [newId('dlv'), newId('evt'), newId('whe')];
  await run(
    `INSERT INTO webhook_endpoints (id, merchant_id, url, sealed_secret, disabled_at)
     VALUES ($1, $2, 'https://shop.example/hook', ''::bytea, CASE WHEN $3::boolean THEN now() END)`,
    [endpointId, merchantId, off],
  );
  await run(
    `INSERT INTO outbox_events (id, topic, merchant_id, subject_id, relayed_at)
     VALUES ($1, 'order.paid', $2, $3, now())`,
    [eventId, merchantId, orderId],
  );
  await run(
    `INSERT INTO deliveries (id, event_id, endpoint_id, merchant_id, body, state, tries, created_at)
     VALUES ($1, $2, $3, $4, '{}', $5::delivery_state, $6, now() - make_interval(mins => $7::int))`,
    [id, eventId, endpointId, merchantId, state, tries, minutes],
  );
  return id;
}
