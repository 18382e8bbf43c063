import type { Day } from '@/lib/core/beijing';
import { db, type Tx } from '@/lib/core/db';
import type { Term } from '@/lib/orders/period-rules';
import type { Prisma } from '@/prisma/generated/client';
import type { SubscriptionTerm } from './subscription';

const COLUMNS = {
  subscriptionId: true,
  seq: true,
  orderId: true,
  startsOn: true,
  endsOn: true,
  failures: true,
  failedOn: true,
  failedAttemptId: true,
  failureReason: true,
  paidAt: true,
} satisfies Prisma.SubscriptionTermSelect;
type Row = Prisma.SubscriptionTermGetPayload<{ select: typeof COLUMNS }>;

/** A DATE column comes and goes as midnight in Greenwich. */
const dayFrom = (date: Date): Day => date.toISOString().slice(0, 10);
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const toTerm = ({ startsOn, endsOn, failedOn, ...row }: Row): SubscriptionTerm => ({
  ...row,
  startsOn: dayFrom(startsOn),
  endsOn: dayFrom(endsOn),
  failedOn: failedOn && dayFrom(failedOn),
});

export async function selectTerm(
  key: { subscriptionId: string; seq: number },
  tx: Tx = db(),
): Promise<SubscriptionTerm | undefined> {
  const where = { subscriptionId_seq: key };
  const row = await tx.subscriptionTerm.findUnique({ where, select: COLUMNS });
  return row ? toTerm(row) : undefined;
}

export async function selectTermOfOrder(
  orderId: string,
  tx: Tx = db(),
): Promise<SubscriptionTerm | undefined> {
  const row = await tx.subscriptionTerm.findUnique({ where: { orderId }, select: COLUMNS });
  return row ? toTerm(row) : undefined;
}

/** All terms of a subscription, the newest first. */
export async function selectTerms(
  subscriptionId: string,
  most: number,
): Promise<SubscriptionTerm[]> {
  const rows = await db().subscriptionTerm.findMany({
    where: { subscriptionId },
    orderBy: { seq: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return rows.map(toTerm);
}

/** The subscriptions that these orders belong to. */
export async function selectIdsOfOrders(orderIds: readonly string[]): Promise<string[]> {
  const where = { orderId: { in: [...orderIds] } };
  const rows = await db().subscriptionTerm.findMany({ where, select: { subscriptionId: true } });
  return rows.map(({ subscriptionId }) => subscriptionId);
}

/** One row per subscription and number, and per order: the second of two who insert it fails. */
export async function insertTerm(
  tx: Tx,
  {
    startsOn,
    endsOn,
    ...term
  }: Pick<SubscriptionTerm, 'subscriptionId' | 'seq' | 'orderId' | 'startsOn' | 'endsOn'> & {
    paidAt?: Date;
  },
): Promise<void> {
  const days = { startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) };
  await tx.subscriptionTerm.create({ data: { ...term, ...days }, select: { seq: true } });
}

/** True for the one who notes the payment, with the days that it is for. */
export async function markTermPaid(
  tx: Tx,
  {
    subscriptionId,
    seq,
    startsOn,
    endsOn,
    paidAt,
  }: { subscriptionId: string; seq: number; paidAt: Date } & Term,
): Promise<boolean> {
  const where = { subscriptionId, seq, paidAt: null };
  const data = { paidAt, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) };
  return (await tx.subscriptionTerm.updateMany({ where, data })).count === 1;
}

export async function markTermFailed(
  tx: Tx,
  {
    subscriptionId,
    seq,
    failedOn,
    ...failed
  }: {
    subscriptionId: string;
    seq: number;
    failures: number;
    failedOn: Day;
    failedAttemptId: string | null;
    failureReason: string;
  },
): Promise<void> {
  const where = { subscriptionId, seq, paidAt: null };
  const data = { ...failed, failedOn: dateOf(failedOn) };
  await tx.subscriptionTerm.updateMany({ where, data });
}
