import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import { assert, present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { next, recordTransition } from '@/lib/core/transitions';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import { dueAtOf } from './case-rules';
import type { RefundCase, RefundCaseEnd } from './refund-case';
import { REFUND_CASE, type RefundCaseEvent } from './states';

const COLUMNS = {
  id: true,
  refundId: true,
  orderId: true,
  merchantId: true,
  attemptId: true,
  channel: true,
  amountMinor: true,
  cause: true,
  channelCode: true,
  evidence: true,
  state: true,
  payeeId: true,
  proposalId: true,
  payoutId: true,
  payoutTries: true,
  sendAt: true,
  dueAt: true,
  expiresAt: true,
  assignedTo: true,
  originalReturnedAt: true,
  endedAs: true,
  openedAt: true,
  endedAt: true,
  updatedAt: true,
} satisfies Prisma.RefundCaseSelect;

const toCase = ({
  amountMinor,
  channel,
  evidence,
  ...row
}: Prisma.RefundCaseGetPayload<{ select: typeof COLUMNS }>): RefundCase => ({
  ...row,
  // Written by this module only.
  channel: channel as PaymentChannel,
  evidence: evidence as Evidence | null,
  amount: cny(amountMinor),
});

export async function selectCase(id: string, tx: Tx = db()): Promise<RefundCase | undefined> {
  const row = await tx.refundCase.findUnique({ where: { id }, select: COLUMNS });
  return row ? toCase(row) : undefined;
}

export async function selectCaseByRefund(
  refundId: string,
  tx: Tx = db(),
): Promise<RefundCase | undefined> {
  const row = await tx.refundCase.findUnique({ where: { refundId }, select: COLUMNS });
  return row ? toCase(row) : undefined;
}

export async function selectCaseByPayout(
  payoutId: string,
  tx: Tx = db(),
): Promise<RefundCase | undefined> {
  const row = await tx.refundCase.findFirst({ where: { payoutId }, select: COLUMNS });
  return row ? toCase(row) : undefined;
}

/** One at a time may move a case. Refusal: not_found. */
export async function lockCase(tx: Tx, id: string): Promise<RefundCase> {
  await tx.$queryRaw`SELECT FROM refund_cases WHERE id = ${id} FOR UPDATE`;
  const found = await selectCase(id, tx);
  if (!found) throw new Refusal('not_found', { caseId: id });
  return found;
}

/** A refund by transfer, why it is one, and what the channel said of the one that it stands in for. */
export interface Diverted {
  refundId: string;
  orderId: string;
  merchantId: string;
  attemptId: string;
  channel: PaymentChannel;
  amountMinor: bigint;
  cause: RefundCase['cause'];
  channelCode: string | null;
  evidence: Evidence | null;
  /** All that the channel refused in this chain by, from here back to the first. */
  codes: string[];
}

/** Undefined when that refund goes (or went) another way. */
export async function selectDiverted(tx: Tx, refundId: string): Promise<Diverted | undefined> {
  const rows = await tx.$queryRaw<Diverted[]>`
    SELECT r.id AS "refundId", r.order_id AS "orderId", r.merchant_id AS "merchantId",
           r.attempt_id AS "attemptId", r.channel::text AS channel, r.amount_minor AS "amountMinor",
           r.divert_cause::text AS cause, coalesce(o.channel_code, r.channel_code) AS "channelCode",
           coalesce(o.evidence, r.evidence) AS evidence,
           ARRAY(WITH RECURSIVE up AS (
             SELECT r.replaces_id AS next, r.channel_code AS code
             UNION ALL
             SELECT b.replaces_id, b.channel_code FROM up JOIN refunds b ON b.id = up.next)
           SELECT code FROM up WHERE code IS NOT NULL) AS codes
      FROM refunds r LEFT JOIN refunds o ON o.id = r.replaces_id
     WHERE r.id = ${refundId} AND r.route = 'transfer' AND r.state = 'diverted'`;
  return rows[0];
}

export type NewCase = Pick<
  RefundCase,
  | 'id'
  | 'refundId'
  | 'orderId'
  | 'merchantId'
  | 'attemptId'
  | 'channel'
  | 'amount'
  | 'cause'
  | 'channelCode'
  | 'evidence'
  | 'dueAt'
  | 'expiresAt'
>;

/** False when that refund has its case already. */
export async function insertCase(
  tx: Tx,
  { amount, evidence, ...columns }: NewCase,
): Promise<boolean> {
  const data = { ...columns, ...amount, ...(evidence && { evidence }) };
  const { count } = await tx.refundCase.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export interface CaseMove {
  event: RefundCaseEvent;
  /** A member of staff, "shopper", or "system". */
  actor: string;
  cause: string;
  set?: {
    payeeId?: string | null;
    proposalId?: string | null;
    payoutId?: string;
    payoutTries?: number;
    sendAt?: Date | null;
    expiresAt?: Date;
    originalReturnedAt?: Date;
    endedAs?: RefundCaseEnd | null;
  };
}

/**
 * Moves a case that the caller has locked, and answers it as it is now: the next step's time runs from
 * now, or from the end of the cool-off.
 */
export async function moveCase(
  tx: Tx,
  refundCase: RefundCase,
  { event, actor, cause, set }: CaseMove,
): Promise<RefundCase> {
  const { id, state: from } = refundCase;
  const to = next(REFUND_CASE, from, event);
  const now = await databaseNow(tx);
  const ended = to === 'paid' || to === 'closed';
  const { count } = await tx.refundCase.updateMany({
    where: { id, state: from },
    data: {
      ...set,
      state: to,
      dueAt: dueAtOf(to, set?.sendAt ?? now),
      endedAt: ended ? now : null,
    },
  });
  assert(count === 1, `case ${id} was moved by somebody else`);
  await recordTransition(tx, {
    subjectType: 'refund_case',
    subjectId: id,
    event,
    from,
    to,
    actor,
    cause,
  });
  return present(await selectCase(id, tx), `case ${id}`);
}

export async function setAssignee(
  tx: Tx,
  { caseId, assignedTo }: { caseId: string; assignedTo: string | null },
): Promise<void> {
  await tx.refundCase.update({
    where: { id: caseId },
    data: { assignedTo },
    select: { id: true },
  });
}

/** The channel gave it back while a payout was under way or had arrived: nothing else changes yet. */
export async function markOriginalReturned(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE refund_cases SET original_returned_at = clock_timestamp()
     WHERE id = ${caseId} AND original_returned_at IS NULL`;
}

/** Whose cool-off is over. The sender looks again under the case's lock. */
export async function selectDueTransfers(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM refund_cases WHERE state = 'approved' AND send_at <= clock_timestamp()
     ORDER BY send_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}

/** Unclaimed for too long, the longest first. */
export async function selectExpired(most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM refund_cases WHERE state = 'open' AND expires_at <= clock_timestamp()
     ORDER BY expires_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}

/** One of them, unless it has been claimed or ended since, or another worker has it. */
export async function lockExpired(tx: Tx, id: string): Promise<RefundCase | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM refund_cases WHERE id = ${id} AND state = 'open' AND expires_at <= clock_timestamp()
       FOR UPDATE SKIP LOCKED`;
  return rows.length > 0 ? selectCase(id, tx) : undefined;
}

/** What could not be ended is looked at again in an hour. */
export async function postponeExpiry(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE refund_cases SET expires_at = clock_timestamp() + interval '1 hour'
     WHERE id = ${id} AND state = 'open' AND expires_at <= clock_timestamp()`;
}

/** The next step is wanted by then, if not sooner already; only while the shopper is waited for. */
export async function hastenCase(id: string, { hours }: { hours: number }): Promise<void> {
  await db().$executeRaw`
    UPDATE refund_cases SET due_at = least(due_at, clock_timestamp() + make_interval(hours => ${hours}))
     WHERE id = ${id} AND state = 'open'`;
}

/** Payees of cases that were paid so long ago that no bank sends it back any more. */
export async function selectDonePayees(
  tx: Tx,
  { days, most }: { days: number; most: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM refund_cases c JOIN payees p ON p.id = c.payee_id
     WHERE c.state = 'paid' AND p.forgotten_at IS NULL
       AND c.ended_at <= clock_timestamp() - make_interval(days => ${days})
     ORDER BY c.ended_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}
