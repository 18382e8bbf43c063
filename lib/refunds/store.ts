import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import type { Prisma } from '@/prisma/generated/client';
import type { Sums } from './part-rules';
import type { Refund } from './refund';
import { ASKABLE, ENDED_WITHOUT, REFUND, type RefundEvent } from './states';

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
  askedBy: true,
  replacesId: true,
  partOfId: true,
  channelOrderNo: true,
  channelRef: true,
  amountMinor: true,
  availableMinor: true,
  state: true,
  requestedAt: true,
  takenAt: true,
  sentAt: true,
  failureReason: true,
  channelCode: true,
  divertCause: true,
  returnedAt: true,
  declineReason: true,
  asks: true,
} satisfies Prisma.RefundSelect;

const toRefund = ({
  amountMinor,
  availableMinor,
  channel,
  ...rest
}: Prisma.RefundGetPayload<{ select: typeof COLUMNS }>): Refund => ({
  ...rest,
  // Written by this module only.
  channel: channel as PaymentChannel,
  amount: { amountMinor, currency: 'CNY' },
  available: { amountMinor: availableMinor, currency: 'CNY' },
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

/** A merchant's own refund that was asked for: no part of one, and none that stands in for another. */
export async function selectRefundOf(
  { refundId: id, merchantId }: { refundId: string; merchantId: string },
  tx: Tx,
): Promise<Refund | undefined> {
  const where = { id, merchantId, cause: 'requested' as const, replacesId: null, partOfId: null };
  const row = await tx.refund.findFirst({ where, select: COLUMNS });
  return row ? toRefund(row) : undefined;
}

/** What merchants asked for on these orders, oldest first, and the refunds that stand in for one of them. */
export async function selectRequested(
  orderIds: readonly string[],
  tx: Tx = db(),
): Promise<Refund[]> {
  const rows = await tx.refund.findMany({
    where: { orderId: { in: [...orderIds] }, cause: 'requested' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });
  return rows.map(toRefund);
}

/** All refunds of an attempt, whatever they were for, oldest first. */
/** Which of these orders have refunds at all. */
export async function selectOrdersWithRefunds(orderIds: readonly string[]): Promise<Set<string>> {
  const where = { orderId: { in: [...orderIds] } };
  const rows = await db().refund.findMany({
    where,
    distinct: ['orderId'],
    select: { orderId: true },
  });
  return new Set(rows.map(({ orderId }) => orderId));
}

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

/**
 * What refunds of an attempt, those aside, have given back or may still give back, in fen: to a balance, and
 * of what its channel carried.
 */
export async function sumReturned(
  tx: Tx,
  attemptId: string,
  except: readonly string[] = [],
): Promise<Sums> {
  const rows = await tx.refund.groupBy({
    by: ['route'],
    where: { attemptId, state: { notIn: [...ENDED_WITHOUT] }, id: { notIn: [...except] } },
    _sum: { amountMinor: true },
  });
  const sums = { balanceMinor: 0n, channelMinor: 0n };
  for (const { route, _sum } of rows) {
    sums[route === 'balance' ? 'balanceMinor' : 'channelMinor'] += _sum.amountMinor ?? 0n;
  }
  sums.channelMinor += await sumReturnedAfterAll(tx, attemptId);
  return sums;
}

/** Refused, the merchant had its money again, and then the channel gave it back: gone all the same, in fen. */
async function sumReturnedAfterAll(tx: Tx, attemptId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(sum(r.amount_minor), 0)::bigint AS minor
      FROM refunds r JOIN refunds e ON e.id = refund_end(r.id)
     WHERE r.attempt_id = ${attemptId} AND r.state = 'failed' AND r.returned_at IS NOT NULL
       AND e.state = ANY(${[...ENDED_WITHOUT]}::refund_state[])`;
  return rows[0]?.minor ?? 0n;
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
  { amount, available, asks: _, ...refund }: Refund,
  nextAskAt: Date | null,
): Promise<boolean> {
  const availableMinor = available.amountMinor;
  const data = [{ ...refund, ...amount, availableMinor, nextAskAt }];
  const { count } = await tx.refund.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Announces a refund's end to its merchant, in the commit that ends it; what came back and was paid again, once. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; topic: string; merchantId: string; subjectId: string },
): Promise<void> {
  await tx.outboxEvent.createMany({ data: [event], skipDuplicates: true });
}

/** What a move may change beside the state. */
export type Moved = Partial<
  Pick<
    Refund,
    | 'route'
    | 'channelRef'
    | 'channelCode'
    | 'failureReason'
    | 'divertCause'
    | 'returnedAt'
    | 'takenAt'
    | 'sentAt'
    | 'declineReason'
  >
> & {
  evidence?: Evidence;
  nextAskAt?: Date | null;
  availableMinor?: bigint;
  decidedBy?: string;
  decidedAt?: Date;
};

/** Moves a refund if it still is where it was read; false when somebody moved it meanwhile. */
export async function moveRefund(
  tx: Tx,
  refund: Refund,
  move: {
    event: RefundEvent;
    cause: string;
    actor?: string;
    set?: Moved;
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
      actor: move.actor ?? 'channel',
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

/** The refund that was asked for, at the start of its chain. */
export async function selectRootId(tx: Tx, id: string): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT refund_root(${id}) AS id`;
  return present(rows[0], `the root of ${id}`).id;
}

/** Only the channel's late word; the state stays until somebody has looked where the money is. */
export async function markOriginalReturned(
  tx: Tx,
  id: string,
  data: { returnedAt: Date; channelRef: string; evidence: Evidence },
): Promise<void> {
  await tx.refund.update({ where: { id }, data, select: { id: true } });
}
