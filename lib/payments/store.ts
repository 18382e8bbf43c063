import type { Evidence, FailureReason, NextStep, PaymentChannel } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, pool, type Tx } from '@/lib/core/db';
import { gather } from '@/lib/core/gather';
import { repeatCall } from '@/lib/core/repeat-call';
import { next, recordTransition } from '@/lib/core/transitions';
import type { Route } from '@/lib/routing/route';
import { Prisma } from '@/prisma/generated/client';
import type { Attempt } from './attempt';
import type { SettleAnswer, SettleItem } from './settle-item';
import { ASKABLE, ATTEMPT, type AttemptEvent, LIVE } from './states';

export const ATTEMPT_COLUMNS = {
  id: true,
  orderId: true,
  merchantId: true,
  method: true,
  channel: true,
  channelOrderNo: true,
  amountMinor: true,
  balanceMinor: true,
  balanceHoldId: true,
  customerId: true,
  state: true,
  host: true,
  requestedAt: true,
  payableUntil: true,
  nextStep: true,
  channelRef: true,
  cardType: true,
  failureReason: true,
  lastAskAt: true,
  contractId: true,
  surface: true,
  tn: true,
  hostResult: true,
  agreementId: true,
  channelAgreementId: true,
  begunBy: true,
  formKey: true,
} satisfies Prisma.AttemptSelect;
export type AttemptRow = Prisma.AttemptGetPayload<{ select: typeof ATTEMPT_COLUMNS }>;

export const toAttempt = ({
  amountMinor,
  balanceMinor,
  nextStep,
  channel,
  ...row
}: AttemptRow): Attempt => ({
  ...row,
  // Written by this module only, as is the next step.
  channel: channel as PaymentChannel,
  amount: { amountMinor, currency: 'CNY' },
  balance: { amountMinor: balanceMinor, currency: 'CNY' },
  nextStep: nextStep as NextStep | null,
});

export async function selectAttempt(id: string, tx: Tx = db()): Promise<Attempt> {
  const row = await tx.attempt.findUnique({ where: { id }, select: ATTEMPT_COLUMNS });
  return toAttempt(present(row, `attempt ${id}`));
}

export async function selectAttemptsNamed(ids: readonly string[]): Promise<Attempt[]> {
  const where = { id: { in: [...ids] } };
  return (await db().attempt.findMany({ where, select: ATTEMPT_COLUMNS })).map(toAttempt);
}

export async function selectAttemptByChannelNo(
  channel: PaymentChannel,
  channelOrderNo: string,
): Promise<Attempt | undefined> {
  const where = { channel_channelOrderNo: { channel, channelOrderNo } };
  const row = await db().attempt.findUnique({ where, select: ATTEMPT_COLUMNS });
  return row ? toAttempt(row) : undefined;
}

/** An order's attempts, oldest first. */
export async function selectAttempts(orderId: string): Promise<Attempt[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const rows = await db().attempt.findMany({
    where: { orderId },
    select: ATTEMPT_COLUMNS,
    orderBy,
  });
  return rows.map(toAttempt);
}

export async function selectLiveAttempt(orderId: string, tx: Tx = db()) {
  const where = { orderId, state: { in: [...LIVE] } };
  const row = await tx.attempt.findFirst({ where, select: ATTEMPT_COLUMNS });
  return row ? toAttempt(row) : undefined;
}

/** The attempt that this very form has begun before. */
export async function selectAttemptByForm(
  tx: Tx,
  { orderId, formKey }: { orderId: string; formKey: string },
): Promise<Attempt | undefined> {
  const where = { orderId_formKey: { orderId, formKey } };
  const row = await tx.attempt.findUnique({ where, select: ATTEMPT_COLUMNS });
  return row ? toAttempt(row) : undefined;
}

/** What one browser has begun of an order counts as another one's from now on. */
export async function updateBegunBy(
  tx: Tx,
  { orderId, before, begunBy }: { orderId: string; before: string; begunBy: string },
): Promise<void> {
  await tx.attempt.updateMany({ where: { orderId, begunBy: before }, data: { begunBy } });
}

/** Kept for some attempts only. */
type Optional = 'balance' | 'balanceHoldId' | 'begunBy' | 'formKey';
type NotYet =
  | 'nextStep'
  | 'channelRef'
  | 'cardType'
  | 'failureReason'
  | 'lastAskAt'
  | 'tn'
  | 'hostResult';

export async function insertAttempt(
  tx: Tx,
  attempt: Omit<Attempt, NotYet | Optional> &
    Partial<Pick<Attempt, Optional>> & { nextAskAt: Date; routing: Route },
): Promise<void> {
  const { amount, balance, routing, ...columns } = attempt;
  const parts = { ...amount, balanceMinor: balance?.amountMinor ?? 0n };
  const data = { ...columns, ...parts, routing: JSON.parse(JSON.stringify(routing)) };
  await tx.attempt.create({ data, select: { id: true } });
}

export interface Move {
  attempt: Attempt;
  event: AttemptEvent;
  actor: string;
  cause: string;
  set?: {
    nextStep?: NextStep | null;
    channelRef?: string;
    tn?: string;
    failureReason?: string;
    evidence?: Evidence;
    nextAskAt?: Date | null;
  };
}

/** Moves an attempt if it still is where it was read; false when somebody moved it meanwhile. */
export async function moveAttempt(tx: Tx, { attempt, event, ...move }: Move): Promise<boolean> {
  const to = next(ATTEMPT, attempt.state, event);
  const { nextStep, ...rest } = move.set ?? {};
  const { count } = await tx.attempt.updateMany({
    where: { id: attempt.id, state: attempt.state },
    data: {
      ...rest,
      state: to,
      ...(nextStep === undefined ? {} : { nextStep: nextStep ? { ...nextStep } : Prisma.DbNull }),
    },
  });
  if (count === 1 && to !== attempt.state) {
    const { id: subjectId, state: from } = attempt;
    const { actor, cause } = move;
    const record = { subjectType: 'attempt', subjectId, event, from, to, actor, cause } as const;
    await recordTransition(tx, record);
  }
  return count === 1;
}

/** A failure on record without a reason of its own gets one; a reason that is there stays. */
export async function nameFailure(tx: Tx, id: string, failureReason: FailureReason): Promise<void> {
  await tx.attempt.updateMany({
    where: { id, state: 'failed', failureReason: 'declined' },
    data: { failureReason },
  });
}

/** An order's attempt behind a TN, left behind or not: the host may come back late. */
export async function selectAttemptByTn(where: {
  orderId: string;
  tn: string;
}): Promise<Attempt | undefined> {
  const row = await db().attempt.findFirst({ where, select: ATTEMPT_COLUMNS });
  return row ? toAttempt(row) : undefined;
}

export async function noteHostResult(
  id: string,
  data: { hostResult: string; surface?: 'control' | 'cashier' | 'sdk_wap' },
): Promise<void> {
  await db().attempt.updateMany({ where: { id }, data });
}

/** Takes the step that waits for a code; false when somebody else has taken it. */
export async function takeCodeStep(id: string): Promise<boolean> {
  const taken = await db().$executeRaw`
    UPDATE attempts SET next_step = NULL
     WHERE id = ${id} AND state = 'waiting' AND next_step->>'type' = 'enter-code'`;
  return taken === 1;
}

/** Claims the right to ask now: one caller gets it, the others see that somebody just asked. */
export async function claimAsk(id: string, quietMs: number): Promise<boolean> {
  const claimed = await db().$executeRaw`
    UPDATE attempts SET asks = asks + 1, last_ask_at = clock_timestamp()
     WHERE id = ${id} AND state = ANY(${[...ASKABLE]}::attempt_state[])
       AND (last_ask_at IS NULL
            OR last_ask_at < clock_timestamp() - make_interval(secs => ${quietMs / 1000}::float8))`;
  return claimed === 1;
}

export async function setNextAsk(id: string, nextAskAt: Date): Promise<void> {
  const where = { id, state: { in: [...ASKABLE] } };
  await db().attempt.updateMany({ where, data: { nextAskAt } });
}

/** Attempts whose time to be asked has come; claimed for a minute, so that a crash loses none. */
export async function claimDueAttempts(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE attempts SET next_ask_at = clock_timestamp() + interval '60 seconds'
     WHERE id IN (SELECT id FROM attempts WHERE next_ask_at <= clock_timestamp()
                     AND state = ANY(${[...ASKABLE]}::attempt_state[])
                   ORDER BY next_ask_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map((row) => row.id);
}

/** The method of the newest paid order of this customer of the merchant. */
export async function selectLastUsed(customerId: string) {
  const row = await db().attempt.findFirst({
    where: { customerId, state: 'succeeded' },
    orderBy: { createdAt: 'desc' },
    select: { method: true },
  });
  return row?.method;
}

/** When each of these agreements was last paid with, or tried. */
export async function selectLastTries(agreementIds: string[]): Promise<Map<string, Date>> {
  if (agreementIds.length === 0) return new Map();
  const rows = await db().attempt.groupBy({
    by: ['agreementId'],
    where: { agreementId: { in: agreementIds } },
    _max: { createdAt: true },
  });
  return new Map(
    rows.flatMap(({ agreementId, _max }) =>
      agreementId && _max.createdAt ? [[agreementId, _max.createdAt] as const] : [],
    ),
  );
}

/** Many payments by one call and in one commit, straight through node-postgres; safe to repeat. */
async function settleAtOnce(items: readonly SettleItem[]): Promise<SettleAnswer[]> {
  const { rows } = await pool().query<{ answers: SettleAnswer[] }>({
    name: 'settle_payments',
    text: 'SELECT settle_payments($1::jsonb) AS answers',
    values: [JSON.stringify(items)],
  });
  return present(rows[0], 'the answers of settle_payments').answers;
}

/** A payment from balance in a commit shared with those that are settled at the same moment. */
export const settleGathered = gather(
  (items: SettleItem[]) => repeatCall(() => settleAtOnce(items)),
  { mostPerCall: 512, mostWaiting: 4096 },
);

/** One payment inside a transaction that has more to say. */
export async function settleWithin(tx: Tx, item: SettleItem): Promise<SettleAnswer> {
  const rows = await tx.$queryRaw<{ answers: SettleAnswer[] }[]>`
    SELECT settle_payments(${JSON.stringify([item])}::jsonb) AS answers`;
  return present(rows[0]?.answers[0], 'the answer of settle_payments');
}
