import type { Evidence } from '@/lib/channels/port';
import { isRemoteChannel } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import type { Prisma } from '@/prisma/generated/client';
import type { Refund } from './refund';
import { ASKABLE, REFUND, type RefundEvent } from './states';

const COLUMNS = {
  id: true,
  merchantId: true,
  orderId: true,
  attemptId: true,
  channel: true,
  channelOrderNo: true,
  amountMinor: true,
  state: true,
  requestedAt: true,
  asks: true,
} satisfies Prisma.RefundSelect;

function toRefund(row: Prisma.RefundGetPayload<{ select: typeof COLUMNS }>): Refund {
  const { amountMinor, channel, ...rest } = row;
  assert(isRemoteChannel(channel), `refund ${row.id} on a channel without an adapter`);
  return { ...rest, channel, amount: { amountMinor, currency: 'CNY' } };
}

export async function selectRefund(id: string, tx: Tx = db()): Promise<Refund> {
  const row = await tx.refund.findUnique({ where: { id }, select: COLUMNS });
  return toRefund(present(row, `refund ${id}`));
}

export async function selectLateRefund(tx: Tx, attemptId: string): Promise<Refund | undefined> {
  const where = { attemptId_cause: { attemptId, cause: 'late_payment' as const } };
  const row = await tx.refund.findUnique({ where, select: COLUMNS });
  return row ? toRefund(row) : undefined;
}

export async function selectRefundByChannelNo(
  channel: Refund['channel'],
  channelOrderNo: string,
): Promise<Refund | undefined> {
  const where = { channel_channelOrderNo: { channel, channelOrderNo } };
  const row = await db().refund.findUnique({ where, select: COLUMNS });
  return row ? toRefund(row) : undefined;
}

/** One at a time may move a refund. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund> {
  await tx.$queryRaw`SELECT FROM refunds WHERE id = ${id} FOR UPDATE`;
  return selectRefund(id, tx);
}

export async function insertLateRefund(
  tx: Tx,
  { amount, asks: _, ...refund }: Refund,
  nextAskAt: Date,
): Promise<void> {
  const data = { ...refund, ...amount, cause: 'late_payment' as const, nextAskAt };
  await tx.refund.create({ data, select: { id: true } });
}

/** Moves a refund if it still is where it was read; false when somebody moved it meanwhile. */
export async function moveRefund(
  tx: Tx,
  refund: Refund,
  move: {
    event: RefundEvent;
    cause: string;
    set?: { evidence?: Evidence; channelRef?: string; failureReason?: string; nextAskAt?: null };
  },
): Promise<boolean> {
  const to = next(REFUND, refund.state, move.event);
  const where = { id: refund.id, state: refund.state };
  const { count } = await tx.refund.updateMany({ where, data: { ...move.set, state: to } });
  if (count === 1 && to !== refund.state) {
    await recordTransition(tx, {
      subjectType: 'refund',
      subjectId: refund.id,
      event: move.event,
      from: refund.state,
      to,
      actor: 'channel',
      cause: move.cause,
    });
  }
  return count === 1;
}

export async function scheduleAsk(id: string, nextAskAt: Date): Promise<void> {
  const where = { id, state: { in: [...ASKABLE] } };
  await db().refund.updateMany({ where, data: { nextAskAt, asks: { increment: 1 } } });
}

/** Refunds whose time to be asked has come; claimed for a minute, so that a crash loses none. */
export async function claimDueRefunds(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE refunds SET next_ask_at = clock_timestamp() + interval '60 seconds'
     WHERE id IN (SELECT id FROM refunds WHERE next_ask_at <= clock_timestamp()
                     AND state = ANY(${[...ASKABLE]}::refund_state[])
                   ORDER BY next_ask_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map((row) => row.id);
}
