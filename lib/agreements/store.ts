import type { CardType } from '@/lib/channels/port';
import { announce } from '@/lib/core/announce';
import { assert, present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import type { Prisma } from '@/prisma/generated/client';
import type { Agreement } from './agreement';
import { ABANDONED_MINUTES } from './rules';
import { AGREEMENT, type AgreementEvent, type AgreementState } from './states';

const COLUMNS = {
  id: true,
  merchantId: true,
  customerId: true,
  userId: true,
  cardHash: true,
  cardTail: true,
  bankCode: true,
  cardType: true,
  nameMasked: true,
  phoneMasked: true,
  elementsItemId: true,
  state: true,
  failureReason: true,
  consentVersion: true,
  consentAt: true,
  createdAt: true,
  activatedAt: true,
  endedAt: true,
} satisfies Prisma.AgreementSelect;

export async function selectAgreement(id: string, tx: Tx = db()): Promise<Agreement | undefined> {
  return (await tx.agreement.findUnique({ where: { id }, select: COLUMNS })) ?? undefined;
}

/** One at a time may change an agreement and what channels know of it. */
export async function lockAgreementRow(tx: Tx, id: string): Promise<Agreement | undefined> {
  await tx.$queryRaw`SELECT FROM agreements WHERE id = ${id} FOR UPDATE`;
  return selectAgreement(id, tx);
}

/** One at a time may bind this card to this customer. */
export async function lockCard(
  tx: Tx,
  { customerId, cardHash }: { customerId: string; cardHash: string },
): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`agreement:${customerId}:${cardHash}`}, 0))`;
}

/** The customer's signing or active agreement of this card. */
export async function selectLiveByCard(
  tx: Tx,
  { customerId, cardHash }: { customerId: string; cardHash: string },
): Promise<Agreement | undefined> {
  const where = { customerId, cardHash, state: { in: ['signing' as const, 'active' as const] } };
  const row = await tx.agreement.findFirst({ where, select: { id: true } });
  return row ? lockAgreementRow(tx, row.id) : undefined;
}

export async function insertAgreement(
  tx: Tx,
  agreement: Pick<
    Agreement,
    | 'id'
    | 'merchantId'
    | 'customerId'
    | 'userId'
    | 'cardHash'
    | 'cardTail'
    | 'bankCode'
    | 'cardType'
    | 'nameMasked'
    | 'phoneMasked'
    | 'consentVersion'
    | 'consentAt'
  > & { elementsItemId: string },
): Promise<void> {
  await tx.agreement.create({ data: { ...agreement, state: 'signing' }, select: { id: true } });
}

export interface AgreementMove {
  event: AgreementEvent;
  actor: string;
  cause: string;
  set?: {
    elementsItemId?: null;
    failureReason?: string;
    activatedAt?: Date;
    endedAt?: Date;
    cardType?: CardType;
  };
}

/** Merchants are told of cards that are bound, and of those that were bound and are not any more. */
function toldAs(from: AgreementState, to: AgreementState): string | undefined {
  if (to === 'active') return 'agreement.signed';
  return from === 'active' && to === 'ended' ? 'agreement.unbound' : undefined;
}

/** Moves an agreement that the caller has locked or just made, and answers it as it is now. */
export async function moveAgreement(
  tx: Tx,
  agreement: Agreement,
  { event, actor, cause, set }: AgreementMove,
): Promise<Agreement> {
  const { id, state: from } = agreement;
  const to = next(AGREEMENT, from, event);
  const data = { ...set, state: to };
  const { count } = await tx.agreement.updateMany({ where: { id, state: from }, data });
  assert(count === 1, `agreement ${id} was moved by somebody else`);
  const record = {
    subjectType: 'agreement',
    subjectId: id,
    event,
    from,
    to,
    actor,
    cause,
  } as const;
  await recordTransition(tx, record);
  const topic = toldAs(from, to);
  if (topic) await announce(tx, [{ topic, merchantId: agreement.merchantId, subjectId: id }]);
  return present(await selectAgreement(id, tx), `agreement ${id}`);
}

/** What the shopper typed anew: another vault item, other masks, another consent. */
export async function updateElements(
  tx: Tx,
  id: string,
  set: Pick<
    Agreement,
    'userId' | 'nameMasked' | 'phoneMasked' | 'elementsItemId' | 'consentVersion' | 'consentAt'
  >,
): Promise<void> {
  await tx.agreement.update({ where: { id }, data: set, select: { id: true } });
}

/** True for the one who makes an agreement that nobody has claimed theirs. */
export async function claimForUser(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const where = { id, userId: null, state: 'active' as const };
  return (await tx.agreement.updateMany({ where, data: { userId } })).count === 1;
}

/** A person's bound cards at one merchant, the newest first. */
export const selectOwnActive = ({
  merchantId,
  userId,
}: {
  merchantId: string;
  userId: string;
}): Promise<Agreement[]> =>
  db().agreement.findMany({
    // Named one by one: what a caller has besides must never get into a query's error.
    where: { merchantId, userId, state: 'active' },
    orderBy: [{ activatedAt: 'desc' }, { id: 'desc' }],
    select: COLUMNS,
  });

/** A merchant's agreements, bound and unbound, the newest first. */
export const selectOfMerchant = (
  {
    merchantId,
    state,
    customerId,
    before,
  }: {
    merchantId: string;
    state?: 'active' | 'ended' | undefined;
    customerId?: string | undefined;
    before?: string | undefined;
  },
  most: number,
): Promise<Agreement[]> =>
  db().agreement.findMany({
    where: {
      merchantId,
      customerId,
      state: state ?? { in: ['active', 'ended'] },
      // Unbound while it was being signed, it never was one.
      activatedAt: { not: null },
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });

/** Is a payment by this agreement still to be decided? */
export async function hasLiveAttempt(tx: Tx, agreementId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM attempts
     WHERE agreement_id = ${agreementId} AND state IN ('created', 'sent', 'waiting', 'unknown')
     LIMIT 1`;
  return rows.length > 0;
}

/** Signings that nobody goes on with: no channel is in doubt, and nothing has happened for long. */
export async function selectAbandoned(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM agreements a
     WHERE a.state = 'signing'
       AND a.created_at < clock_timestamp() - make_interval(mins => ${ABANDONED_MINUTES})
       AND NOT EXISTS (
         SELECT FROM channel_agreements c
          WHERE c.agreement_id = a.id
            AND (c.state IN ('sent', 'unknown', 'active')
              OR c.updated_at > clock_timestamp() - make_interval(mins => ${ABANDONED_MINUTES})))
     ORDER BY a.created_at LIMIT ${most} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
