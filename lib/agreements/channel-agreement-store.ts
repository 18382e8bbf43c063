import type { Evidence } from '@/lib/channels/port';
import { isRemoteChannel, type RemoteChannel } from '@/lib/channels/registry';
import { assert, present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import type { Prisma } from '@/prisma/generated/client';
import type { ChannelAgreement } from './agreement';
import { CODE_GAP_SECONDS, MOST_CODES, MOST_TRIES } from './rules';
import { ASKABLE, CHANNEL_AGREEMENT, type ChannelAgreementEvent } from './states';

const COLUMNS = {
  id: true,
  agreementId: true,
  channel: true,
  contractId: true,
  signNo: true,
  channelAgreementNo: true,
  state: true,
  failureReason: true,
  codes: true,
  codeTries: true,
  codeExpiresAt: true,
  lastCodeAt: true,
  endNo: true,
  requestedAt: true,
  sentAt: true,
  endRequestedAt: true,
} satisfies Prisma.ChannelAgreementSelect;

function toChannelAgreement(
  row: Prisma.ChannelAgreementGetPayload<{ select: typeof COLUMNS }>,
): ChannelAgreement {
  const { channel, ...rest } = row;
  assert(isRemoteChannel(channel), `channel agreement ${row.id} on a channel that signs nothing`);
  return { ...rest, channel };
}

export async function selectChannelAgreement(
  id: string,
  tx: Tx = db(),
): Promise<ChannelAgreement | undefined> {
  const row = await tx.channelAgreement.findUnique({ where: { id }, select: COLUMNS });
  return row ? toChannelAgreement(row) : undefined;
}

export async function selectBySignNo({
  channel,
  signNo,
}: {
  channel: RemoteChannel;
  signNo: string;
}): Promise<ChannelAgreement | undefined> {
  const where = { channel_signNo: { channel, signNo } };
  const row = await db().channelAgreement.findUnique({ where, select: COLUMNS });
  return row ? toChannelAgreement(row) : undefined;
}

/** What all channels know of an agreement, in the order they were asked. */
export async function selectChannelAgreements(
  agreementId: string,
  tx: Tx = db(),
): Promise<ChannelAgreement[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const rows = await tx.channelAgreement.findMany({
    where: { agreementId },
    orderBy,
    select: COLUMNS,
  });
  return rows.map(toChannelAgreement);
}

export async function insertChannelAgreement(
  tx: Tx,
  row: Pick<
    ChannelAgreement,
    'id' | 'agreementId' | 'channel' | 'contractId' | 'signNo' | 'codes' | 'requestedAt'
  > & { lastCodeAt: Date | null },
): Promise<ChannelAgreement> {
  await tx.channelAgreement.create({ data: { ...row, state: 'created' }, select: { id: true } });
  return present(await selectChannelAgreement(row.id, tx), `channel agreement ${row.id}`);
}

export interface ChannelAgreementMove {
  event: ChannelAgreementEvent;
  actor: string;
  cause: string;
  set?: {
    channelAgreementNo?: string;
    failureReason?: string;
    codeTries?: number;
    codeExpiresAt?: Date;
    evidence?: Evidence;
    sentAt?: Date;
    endNo?: string;
    endRequestedAt?: Date;
    asks?: number;
    nextAskAt?: Date | null;
  };
}

/** Moves what the caller has locked by its agreement, and answers it as it is now. */
export async function moveChannelAgreement(
  tx: Tx,
  row: ChannelAgreement,
  { event, actor, cause, set }: ChannelAgreementMove,
): Promise<ChannelAgreement> {
  const { id, state: from } = row;
  const to = next(CHANNEL_AGREEMENT, from, event);
  const data = { ...set, state: to };
  const { count } = await tx.channelAgreement.updateMany({ where: { id, state: from }, data });
  assert(count === 1, `channel agreement ${id} was moved by somebody else`);
  if (from !== to) {
    const subjectType = 'channel_agreement' as const;
    await recordTransition(tx, { subjectType, subjectId: id, event, from, to, actor, cause });
  }
  return present(await selectChannelAgreement(id, tx), `channel agreement ${id}`);
}

/** Counts one more code before it is asked for: at most so many, and not two within a minute. */
export async function claimCode(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE channel_agreements
       SET codes = codes + 1, last_code_at = clock_timestamp(), updated_at = clock_timestamp()
     WHERE id = ${id} AND state IN ('created', 'code_sent') AND codes < ${MOST_CODES}
       AND (last_code_at IS NULL
         OR last_code_at <= clock_timestamp() - make_interval(secs => ${CODE_GAP_SECONDS}))`;
  return changed === 1;
}

/** Counts one try of a code that still works: nobody has more than so many, however many ask at once. */
export async function claimTry(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE channel_agreements SET code_tries = code_tries + 1, updated_at = clock_timestamp()
     WHERE id = ${id} AND state = 'code_sent' AND code_tries < ${MOST_TRIES}
       AND code_expires_at > clock_timestamp()`;
  return changed === 1;
}

export async function scheduleAsk(id: string, nextAskAt: Date): Promise<void> {
  const where = { id, state: { in: [...ASKABLE] } };
  await db().channelAgreement.updateMany({ where, data: { nextAskAt, asks: { increment: 1 } } });
}

/** Those whose time to be asked about has come; claimed for a minute, so that a crash loses none. */
export async function claimDueSignings(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE channel_agreements SET next_ask_at = clock_timestamp() + interval '60 seconds'
     WHERE id IN (SELECT id FROM channel_agreements WHERE next_ask_at <= clock_timestamp()
                     AND state = ANY(${[...ASKABLE]}::channel_agreement_state[])
                   ORDER BY next_ask_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map(({ id }) => id);
}
