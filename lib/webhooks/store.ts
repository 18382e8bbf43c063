import type { NoticeChannel } from '@/lib/channels/registry';
import { open, seal } from '@/lib/core/crypto';
import { db, type Tx } from '@/lib/core/db';

const sealContext = (noticeId: string): string => `channel_notice:${noticeId}`;

/** False when a notice with this key is there already: the same one, sent again. */
export async function insertNotice(
  tx: Tx,
  notice: {
    id: string;
    channel: NoticeChannel;
    noticeKey: string;
    channelOrderNo: string;
    body: Uint8Array;
    headers: Record<string, string>;
    receivedAt: Date;
  },
): Promise<boolean> {
  const { body, ...columns } = notice;
  const sealedBody = new Uint8Array(seal(body, sealContext(notice.id)));
  const data = [{ ...columns, sealedBody }];
  const { count } = await tx.channelNotice.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function selectNotice(id: string) {
  const select = { channel: true, sealedBody: true, headers: true, receivedAt: true };
  const { sealedBody, headers, ...notice } = await db().channelNotice.findUniqueOrThrow({
    where: { id },
    select,
  });
  const body = new Uint8Array(open(sealedBody, sealContext(id)));
  return { ...notice, body, headers: toHeaders(headers) };
}

/** The column holds what `insertNotice` wrote: texts by name. */
const toHeaders = (json: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(json)).map(([name, value]) => [name, String(value)]));

export async function hasNoticeResult(noticeId: string): Promise<boolean> {
  return (await db().channelNoticeResult.count({ where: { noticeId } })) > 0;
}

export async function insertNoticeResult(noticeId: string, result: string): Promise<void> {
  const data = [{ noticeId, result }];
  await db().channelNoticeResult.createMany({ data, skipDuplicates: true });
}

/** Notices of the last day that have been waiting for a minute to be processed. */
export async function selectUnprocessedNotices(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM channel_notices n
     WHERE n.received_at BETWEEN now() - interval '1 day' AND now() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM channel_notice_results r WHERE r.notice_id = n.id)
     ORDER BY n.received_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}

/** Takes up to `most` events that nobody has relayed, oldest first, out of everybody else's sight. */
export async function claimUnrelayedEvents(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE outbox_events SET relayed_at = now()
     WHERE id IN (SELECT id FROM outbox_events WHERE relayed_at IS NULL
                   ORDER BY created_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map((row) => row.id);
}

export async function selectEvent(id: string) {
  const select = { id: true, topic: true, merchantId: true, subjectId: true, createdAt: true };
  return db().outboxEvent.findUniqueOrThrow({ where: { id }, select });
}

export interface NewDelivery {
  id: string;
  eventId: string;
  endpointId: string;
  merchantId: string;
  body: string;
}

/** Inserts what is not there yet (one per event and endpoint), due at once; answers the new ones. */
export async function insertDeliveries(tx: Tx, deliveries: NewDelivery[]): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO deliveries (id, event_id, endpoint_id, merchant_id, body, next_try_at)
    SELECT id, event_id, endpoint_id, merchant_id, body, now()
      FROM jsonb_to_recordset(${JSON.stringify(deliveries.map(toRow))}::jsonb)
        AS d(id text, event_id text, endpoint_id text, merchant_id text, body text)
    ON CONFLICT (event_id, endpoint_id) DO NOTHING
    RETURNING id`;
  return rows.map((row) => row.id);
}

const toRow = ({ id, eventId, endpointId, merchantId, body }: NewDelivery) => ({
  ...{ id, body },
  event_id: eventId,
  endpoint_id: endpointId,
  merchant_id: merchantId,
});
