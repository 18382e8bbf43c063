import type { Evidence } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { DivertCause } from './not-curable';
import type { Refund } from './refund';
import { lockRefund } from './store';

/** The refund that stands for this one now, held; itself when nothing stands in for it. */
export async function lockEnd(tx: Tx, id: string): Promise<Refund> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT refund_end(${id}) AS id`;
  return lockRefund(tx, present(rows[0], `the end of ${id}`).id);
}

/** Of those before a transfer, the one that the channel gave back after all. */
export async function selectReturnedBefore(tx: Tx, id: string): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, replaces_id, returned_at FROM refunds WHERE id = ${id}
      UNION ALL
      SELECT r.id, r.replaces_id, r.returned_at FROM up JOIN refunds r ON r.id = up.replaces_id)
    SELECT id FROM up WHERE returned_at IS NOT NULL AND id <> ${id} LIMIT 1`;
  return rows[0]?.id;
}

/** Is it in the books as given back twice? */
export async function isBookedTwice(tx: Tx, originalId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM ledger_entries WHERE entry_key = ${`returned-twice:${originalId}`}`;
  return rows.length > 0;
}

/** A code of these that a refund of the payment was ever refused with. */
export async function selectCodeOf(
  tx: Tx,
  attemptId: string,
  codes: readonly string[],
): Promise<string | undefined> {
  const row = await tx.refund.findFirst({
    where: { attemptId, channelCode: { in: [...codes] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { channelCode: true },
  });
  return row?.channelCode ?? undefined;
}

/** Since when and why refunds of a payment go by transfer: none other is tried by the old way. */
export async function selectDiversion(
  tx: Tx,
  attemptId: string,
): Promise<{ divertCause: DivertCause; channelCode: string | null; since: Date } | undefined> {
  const row = await tx.refund.findFirst({
    where: { attemptId, route: 'transfer' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { divertCause: true, channelCode: true, createdAt: true },
  });
  return row?.divertCause
    ? { divertCause: row.divertCause, channelCode: row.channelCode, since: row.createdAt }
    : undefined;
}

/** Is there a refund of the payment of which nobody knows whether it went through? */
export async function hasUnknown(tx: Tx, attemptId: string): Promise<boolean> {
  const where = { attemptId, state: 'unknown' as const };
  return (await tx.refund.findFirst({ where, select: { id: true } })) !== null;
}

/** What was asked for and its parts, the first one first, held until the transaction ends. */
export async function lockParts(tx: Tx, askedId: string): Promise<Refund[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM refunds WHERE (id = ${askedId} OR part_of_id = ${askedId}) AND replaces_id IS NULL
     ORDER BY part_of_id NULLS FIRST, id FOR UPDATE`;
  const parts: Refund[] = [];
  for (const { id } of rows) parts.push(await lockRefund(tx, id));
  return parts;
}

/** Does a refund of this merchant wait for its money? */
export async function hasQueued(tx: Tx, merchantId: string): Promise<boolean> {
  const where = { merchantId, state: 'queued' as const };
  return (await tx.refund.findFirst({ where, select: { id: true } })) !== null;
}

/** Merchants with refunds that wait for money, in turn: who was looked at longest ago comes first. */
export async function selectQueueing(most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ merchantId: string }[]>`
    SELECT merchant_id AS "merchantId" FROM refunds WHERE state = 'queued'
     GROUP BY merchant_id ORDER BY min(updated_at), merchant_id LIMIT ${most}`;
  return rows.map(({ merchantId }) => merchantId);
}

/** Of one merchant, what waits for money, oldest first; but what could not go just now. */
export async function selectQueued(merchantId: string, most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM refunds
     WHERE merchant_id = ${merchantId} AND state = 'queued' AND part_of_id IS NULL
       AND (next_ask_at IS NULL OR next_ask_at <= clock_timestamp())
     ORDER BY requested_at, id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** It was their turn. */
export async function noteQueueSeen(merchantId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE refunds SET updated_at = clock_timestamp() WHERE merchant_id = ${merchantId} AND state = 'queued'`;
}

/** It cannot go for now, whatever money there is: looked at again later, so that it holds nobody up. */
export async function putOff(id: string, minutes: number): Promise<void> {
  await db().$executeRaw`
    UPDATE refunds SET next_ask_at = clock_timestamp() + make_interval(mins => ${minutes}::int)
     WHERE id = ${id} AND state = 'queued'`;
}

/** What the channel says of the original and how much of it our refunds have taken, beside the refund. */
export async function keepEvidence(tx: Tx, id: string, more: Evidence): Promise<void> {
  await tx.$executeRaw`
    UPDATE refunds SET evidence = coalesce(evidence, '{}'::jsonb) || ${JSON.stringify(more)}::jsonb WHERE id = ${id}`;
}
