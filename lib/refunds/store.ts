import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
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
  cause: true,
  channel: true,
  route: true,
  merchantRefundNo: true,
  reason: true,
  requestedBy: true,
  replacesId: true,
  channelOrderNo: true,
  amountMinor: true,
  state: true,
  requestedAt: true,
  failureReason: true,
  asks: true,
} satisfies Prisma.RefundSelect;

const toRefund = ({
  amountMinor,
  channel,
  ...rest
}: Prisma.RefundGetPayload<{ select: typeof COLUMNS }>): Refund => ({
  ...rest,
  // Written by this module only.
  channel: channel as PaymentChannel,
  amount: { amountMinor, currency: 'CNY' },
});

export async function selectRefund(id: string, tx: Tx = db()): Promise<Refund> {
  const row = await tx.refund.findUnique({ where: { id }, select: COLUMNS });
  return toRefund(present(row, `refund ${id}`));
}

export async function selectRefundByChannelNo(
  channel: Refund['channel'],
  channelOrderNo: string,
): Promise<Refund | undefined> {
  const where = { channel_channelOrderNo: { channel, channelOrderNo } };
  const row = await db().refund.findUnique({ where, select: COLUMNS });
  return row ? toRefund(row) : undefined;
}

export async function selectRefundByMerchantNo(
  tx: Tx,
  key: { merchantId: string; merchantRefundNo: string },
): Promise<Refund | undefined> {
  const where = { merchantId_merchantRefundNo: key };
  const row = await tx.refund.findUnique({ where, select: COLUMNS });
  return row ? toRefund(row) : undefined;
}

/** What an order's merchant asked for, oldest first, and the refunds that stand in for one of them. */
export async function selectRequested(orderId: string, tx: Tx = db()): Promise<Refund[]> {
  const rows = await tx.refund.findMany({
    where: { orderId, cause: 'requested' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });
  return rows.map(toRefund);
}

/** All refunds of an attempt, whatever they were for, oldest first. */
export async function selectRefundsOfAttempt(attemptId: string): Promise<Refund[]> {
  const rows = await db().refund.findMany({
    where: { attemptId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });
  return rows.map(toRefund);
}

/** What has been given back of each of these orders on request, in fen; orders without are left out. */
export async function sumSucceeded(orderIds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await db().refund.groupBy({
    by: ['orderId'],
    where: { orderId: { in: [...orderIds] }, cause: 'requested', state: 'succeeded' },
    _sum: { amountMinor: true },
  });
  return new Map(rows.map(({ orderId, _sum }) => [orderId, _sum.amountMinor ?? 0n]));
}

/** What refunds of an attempt have given back or may still give back, in fen. */
export async function sumReturned(tx: Tx, attemptId: string): Promise<bigint> {
  const where = { attemptId, state: { not: 'failed' as const } };
  const { _sum } = await tx.refund.aggregate({ where, _sum: { amountMinor: true } });
  return _sum.amountMinor ?? 0n;
}

/** When we learned that the attempt had moved money. */
export async function selectPaidAt(tx: Tx, attemptId: string): Promise<Date> {
  const row = await tx.transition.findFirst({
    where: {
      subjectType: 'attempt',
      subjectId: attemptId,
      toState: { in: ['succeeded', 'late_succeeded'] },
    },
    orderBy: { id: 'asc' },
    select: { at: true },
  });
  return present(row, `when ${attemptId} was paid`).at;
}

/** One at a time may move a refund. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund> {
  await tx.$queryRaw`SELECT FROM refunds WHERE id = ${id} FOR UPDATE`;
  return selectRefund(id, tx);
}

/** False when it is there already: the merchant's number, the late payment or the undo has its refund. */
export async function insertRefund(
  tx: Tx,
  { amount, asks: _, ...refund }: Refund,
  nextAskAt: Date | null,
): Promise<boolean> {
  const data = [{ ...refund, ...amount, nextAskAt }];
  const { count } = await tx.refund.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Announces a refund's end to its merchant, in the commit that ends it. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; topic: string; merchantId: string; subjectId: string },
): Promise<void> {
  await tx.outboxEvent.create({ data: event, select: { id: true } });
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
