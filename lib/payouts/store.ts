import type { Evidence } from '@/lib/channels/port';
import { isPayoutRail, type PayoutRail } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import { type ExternalRef, isExternal, isSubject } from '@/lib/ledger/chart';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { Payout } from './payout';
import { ASKABLE, PAYOUT, type PayoutEvent } from './states';

const COLUMNS = {
  id: true,
  channel: true,
  channelOrderNo: true,
  subjectCode: true,
  ownerId: true,
  bankCardId: true,
  payeeId: true,
  merchantAccountId: true,
  amountMinor: true,
  holdId: true,
  state: true,
  requestedBy: true,
  requestKey: true,
  requestedAt: true,
  channelRef: true,
  contractId: true,
  failureReason: true,
  asks: true,
  finishedAt: true,
} satisfies Prisma.PayoutSelect;

function toPayout(row: Prisma.PayoutGetPayload<{ select: typeof COLUMNS }>): Payout {
  const { amountMinor, channel, subjectCode: subject, ownerId: owner, ...rest } = row;
  const { bankCardId, payeeId, merchantAccountId, holdId, ...facts } = rest;
  assert(isPayoutRail(channel), `payout ${row.id} on a channel that pays nothing out`);
  const common = { ...facts, channel, amount: cny(amountMinor) };
  if (subject === 'refunds_payable') {
    assert(payeeId && !bankCardId && !holdId, `payout ${row.id} for a refund to no payee`);
    const to = { payeeId, bankCardId: null, merchantAccountId: null };
    return { ...common, ...to, account: { subject, owner }, holdId: null };
  }
  assert(isSubject(subject) && isExternal(subject), `payout ${row.id} from no external account`);
  const account = { subject, owner };
  if (merchantAccountId) {
    const to = { merchantAccountId, bankCardId: null, payeeId: null };
    return { ...common, ...to, account, holdId };
  }
  assert(bankCardId && !payeeId, `payout ${row.id} to no card of the owner's own`);
  return { ...common, account, bankCardId, payeeId: null, merchantAccountId: null, holdId };
}

export async function selectPayout(id: string, tx: Tx = db()): Promise<Payout | undefined> {
  const row = await tx.payout.findUnique({ where: { id }, select: COLUMNS });
  return row ? toPayout(row) : undefined;
}

export async function selectPayoutByChannelNo(
  channel: PayoutRail,
  channelOrderNo: string,
): Promise<Payout | undefined> {
  const where = { channel_channelOrderNo: { channel, channelOrderNo } };
  const row = await db().payout.findUnique({ where, select: COLUMNS });
  return row ? toPayout(row) : undefined;
}

export async function selectPayoutByKey(
  tx: Tx,
  key: { ownerId: string; requestKey: string },
): Promise<Payout | undefined> {
  const row = await tx.payout.findUnique({
    where: { ownerId_requestKey: key },
    select: COLUMNS,
  });
  return row ? toPayout(row) : undefined;
}

/** An account's payouts, newest first. */
export async function selectPayouts(
  account: ExternalRef,
  { before, limit }: { before?: string; limit: number },
): Promise<Payout[]> {
  const rows = await db().payout.findMany({
    where: { subjectCode: account.subject, ownerId: account.owner },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    take: limit,
    select: COLUMNS,
  });
  return rows.map(toPayout);
}

/** One at a time may move a payout. */
export async function lockPayout(tx: Tx, id: string): Promise<Payout> {
  await tx.$queryRaw`SELECT FROM payouts WHERE id = ${id} FOR UPDATE`;
  return present(await selectPayout(id, tx), `payout ${id}`);
}

/** False when there is one under this key already: a request of the same moment was quicker. */
export async function insertPayout(
  tx: Tx,
  payout: Pick<
    Payout,
    | 'id'
    | 'channel'
    | 'contractId'
    | 'channelOrderNo'
    | 'account'
    | 'bankCardId'
    | 'payeeId'
    | 'merchantAccountId'
    | 'amount'
    | 'requestedBy'
    | 'requestedAt'
    | 'requestKey'
  > & { nextAskAt: Date | null },
): Promise<boolean> {
  const { account, amount, ...columns } = payout;
  const { count } = await tx.payout.createMany({
    data: [
      {
        ...columns,
        ...amount,
        subjectCode: account.subject,
        ownerId: account.owner,
        state: 'requested',
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

export interface Move {
  event: PayoutEvent;
  actor: string;
  cause: string;
  set?: {
    holdId?: string;
    channelRef?: string;
    failureReason?: string;
    evidence?: Evidence;
    finishedAt?: Date;
    nextAskAt?: null;
  };
}

/** Moves a payout that the caller has locked or just made, and answers it as it is now. */
export async function movePayout<P extends Payout>(tx: Tx, payout: P, move: Move): Promise<P> {
  const { event, actor, cause, set } = move;
  const to = next(PAYOUT, payout.state, event);
  const { count } = await tx.payout.updateMany({
    where: { id: payout.id, state: payout.state },
    data: { ...set, state: to },
  });
  assert(count === 1, `payout ${payout.id} was moved by somebody else`);
  if (to !== payout.state) {
    const { id: subjectId, state: from } = payout;
    const record = { subjectType: 'payout', subjectId, event, from, to, actor, cause } as const;
    await recordTransition(tx, record);
  }
  // Where it comes from and whom it reaches never changes.
  return present(await selectPayout(payout.id, tx), `payout ${payout.id}`) as P;
}

/** The bank says of one that it had refused that it paid it after all; its word is kept beside. */
export async function markContradicted(tx: Tx, id: string, evidence: Evidence): Promise<void> {
  const word = JSON.stringify({ contradictedBy: evidence });
  await tx.$executeRaw`
    UPDATE payouts SET contradicted_at = clock_timestamp(),
                       evidence = coalesce(evidence, '{}'::jsonb) || ${word}::jsonb
     WHERE id = ${id} AND contradicted_at IS NULL`;
}

/** The bank is of its first word again. */
export async function clearContradicted(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE payouts SET contradicted_at = NULL WHERE id = ${id} AND contradicted_at IS NOT NULL`;
}

/** Null: nothing is expected of the bank any more. */
export async function scheduleAsk(id: string, nextAskAt: Date | null): Promise<void> {
  const where = { id, state: { in: [...ASKABLE] } };
  await db().payout.updateMany({ where, data: { nextAskAt, asks: { increment: 1 } } });
}

/** Payouts whose time to be asked has come; claimed for a minute, so that a crash loses none. */
export async function claimDuePayouts(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE payouts SET next_ask_at = clock_timestamp() + interval '60 seconds'
     WHERE id IN (SELECT id FROM payouts WHERE next_ask_at <= clock_timestamp()
                     AND state = ANY(${[...ASKABLE]}::payout_state[])
                   ORDER BY next_ask_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map((row) => row.id);
}
