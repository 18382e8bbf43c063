import { assert, present } from '@/lib/core/assert';
import type { Day } from '@/lib/core/beijing';
import { db, type Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { next, recordTransition } from '@/lib/core/transitions';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import { SUBSCRIPTION, type SubscriptionEvent, type SubscriptionState } from './states';
import type { Subscription } from './subscription';

const COLUMNS = {
  id: true,
  merchantId: true,
  orderId: true,
  period: true,
  amountMinor: true,
  subject: true,
  state: true,
  phoneHash: true,
  phoneMasked: true,
  phoneItemId: true,
  consentVersion: true,
  customerReference: true,
  paidThrough: true,
  paidTerms: true,
  remindedFor: true,
  remindedOn: true,
  nextStepAt: true,
  cancelledBy: true,
  cancelledAt: true,
  endedAt: true,
  createdAt: true,
} satisfies Prisma.SubscriptionSelect;
type Row = Prisma.SubscriptionGetPayload<{ select: typeof COLUMNS }>;

/** A DATE column comes and goes as midnight in Greenwich. */
const dayFrom = (date: Date): Day => date.toISOString().slice(0, 10);
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const toSubscription = ({
  amountMinor,
  paidThrough,
  remindedFor,
  remindedOn,
  ...row
}: Row): Subscription => ({
  ...row,
  amount: cny(amountMinor),
  paidThrough: dayFrom(paidThrough),
  remindedFor: remindedFor && dayFrom(remindedFor),
  remindedOn: remindedOn && dayFrom(remindedOn),
});

export async function selectSubscription(
  id: string,
  tx: Tx = db(),
): Promise<Subscription | undefined> {
  const row = await tx.subscription.findUnique({ where: { id }, select: COLUMNS });
  return row ? toSubscription(row) : undefined;
}

/** One at a time may move a subscription and its terms. */
export async function lockSubscription(tx: Tx, id: string): Promise<Subscription> {
  await tx.$queryRaw`SELECT FROM subscriptions WHERE id = ${id} FOR UPDATE`;
  return present(await selectSubscription(id, tx), `subscription ${id}`);
}

/** False when the order has begun one already; waits for whoever is beginning it just now. */
export async function insertSubscription(
  tx: Tx,
  {
    amount,
    paidThrough,
    ...row
  }: Pick<
    Subscription,
    | 'id'
    | 'merchantId'
    | 'orderId'
    | 'period'
    | 'amount'
    | 'subject'
    | 'phoneHash'
    | 'phoneMasked'
    | 'consentVersion'
    | 'customerReference'
    | 'paidThrough'
  > & { nextStepAt: Date },
): Promise<boolean> {
  const data = [{ ...row, ...amount, state: 'active' as const, paidThrough: dateOf(paidThrough) }];
  return (await tx.subscription.createMany({ data, skipDuplicates: true })).count === 1;
}

export async function setPhoneItem(tx: Tx, id: string, phoneItemId: string): Promise<void> {
  await tx.subscription.update({ where: { id }, data: { phoneItemId }, select: { id: true } });
}

export interface SubscriptionMove {
  event: SubscriptionEvent;
  actor: string;
  cause: string;
  set?: {
    paidThrough?: Day;
    paidTerms?: number;
    nextStepAt?: Date | null;
    phoneItemId?: null;
    cancelledBy?: string;
    cancelledAt?: Date;
    endedAt?: Date;
  };
}

/** Moves a subscription that the caller has locked, and answers it as it is now. */
export async function moveSubscription(
  tx: Tx,
  { id, state: from }: Pick<Subscription, 'id' | 'state'>,
  { event, actor, cause, set = {} }: SubscriptionMove,
): Promise<Subscription> {
  const to = next(SUBSCRIPTION, from, event);
  const { paidThrough, ...rest } = set;
  const days = paidThrough ? { paidThrough: dateOf(paidThrough) } : {};
  const data = { ...rest, ...days, state: to };
  const { count } = await tx.subscription.updateMany({ where: { id, state: from }, data });
  assert(count === 1, `subscription ${id} was moved by somebody else`);
  const record = { subjectId: id, event, from, to, actor, cause };
  await recordTransition(tx, { subjectType: 'subscription', ...record });
  return present(await selectSubscription(id, tx), `subscription ${id}`);
}

export async function setNextStep(tx: Tx, id: string, nextStepAt: Date | null): Promise<void> {
  await tx.subscription.updateMany({ where: { id }, data: { nextStepAt } });
}

/** The first message about a renewal counts: another one, or an older renewal's, changes nothing. */
export async function noteReminded(
  tx: Tx,
  { id, due, on }: { id: string; due: Day; on: Day },
): Promise<void> {
  const remindedFor = dateOf(due);
  await tx.subscription.updateMany({
    where: { id, OR: [{ remindedFor: null }, { remindedFor: { lt: remindedFor } }] },
    data: { remindedFor, remindedOn: dateOf(on) },
  });
}

/** Subscriptions whose time has come, claimed for a minute, so that a crash loses none. */
export async function claimDueSubscriptions(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE subscriptions SET next_step_at = business_now() + interval '60 seconds'
     WHERE id IN (SELECT id FROM subscriptions WHERE next_step_at <= business_now()
                   ORDER BY next_step_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Orders with a period that phones have paid for a minute or more, and that begin or renew nothing yet. */
export async function selectUnnotedOrders(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM orders o JOIN phone_payments p ON p.attempt_id = o.paid_attempt_id
     WHERE o.subscription_period IS NOT NULL AND o.state = 'paid'
       AND o.paid_at BETWEEN now() - interval '30 days' AND now() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM subscription_terms t WHERE t.order_id = o.id)
     ORDER BY o.paid_at LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Announces what became of a subscription, in the commit that does it; the same event is told once. */
export async function insertSubscriptionEvent(
  tx: Tx,
  event: { topic: `subscription.${string}`; merchantId: string; subjectId: string },
): Promise<void> {
  const data = [{ id: newId('evt'), ...event }];
  await tx.outboxEvent.createMany({ data, skipDuplicates: true });
}

/** A merchant's subscriptions, newest first. */
export async function selectOfMerchant(
  filter: {
    merchantId: string;
    before?: string | undefined;
    customerReference?: string | undefined;
    states?: readonly SubscriptionState[] | undefined;
  },
  most: number,
): Promise<Subscription[]> {
  const { merchantId, before, customerReference, states } = filter;
  const rows = await db().subscription.findMany({
    where: {
      merchantId,
      customerReference,
      ...(states ? { state: { in: [...states] } } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return rows.map(toSubscription);
}

/** Those of one phone that are charged, or still run, newest first. */
export async function selectLiveOfPhone(phoneHash: string, most: number): Promise<Subscription[]> {
  const rows = await db().subscription.findMany({
    where: { phoneHash, state: { not: 'ended' } },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return rows.map(toSubscription);
}

/** What a search of the office may look for; all of them, newest first, where nothing is given. */
export async function selectFoundSubscriptions(
  { ids, phoneMasked, before }: { ids?: readonly string[]; phoneMasked?: string; before?: string },
  most: number,
): Promise<Subscription[]> {
  const rows = await db().subscription.findMany({
    where: {
      ...(ids ? { id: { in: [...ids] } } : {}),
      ...(phoneMasked ? { phoneMasked } : {}),
      ...(before ? { AND: [{ id: { lt: before } }] } : {}),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return rows.map(toSubscription);
}
