import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { BankCard } from './bank-card';

const COLUMNS = {
  id: true,
  personId: true,
  cardMasked: true,
  bankName: true,
  verifiedAt: true,
} satisfies Prisma.BankCardSelect;

/** One at a time may add cards to a person. */
export async function lockCardHolder(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM persons WHERE id = ${personId} FOR UPDATE`;
  return rows.length === 1;
}

export const selectLiveCards = (personId: string, tx: Tx = db()): Promise<BankCard[]> =>
  tx.bankCard.findMany({
    where: { personId, removedAt: null },
    orderBy: [{ verifiedAt: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });

export const selectLiveCard = (id: string, tx: Tx = db()): Promise<BankCard | null> =>
  tx.bankCard.findFirst({ where: { id, removedAt: null }, select: COLUMNS });

export const selectLiveCardByHash = (
  tx: Tx,
  card: { personId: string; cardHash: string },
): Promise<BankCard | null> =>
  tx.bankCard.findFirst({ where: { ...card, removedAt: null }, select: COLUMNS });

export async function insertCard(
  tx: Tx,
  card: Omit<BankCard, 'verifiedAt'> & { cardItemId: string; cardHash: string },
): Promise<void> {
  await tx.bankCard.create({ data: card, select: { id: true } });
}

/** False when the person has no such card, or not any more. */
export async function markCardRemoved(
  tx: Tx,
  { personId, bankCardId }: { personId: string; bankCardId: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE bank_cards SET removed_at = clock_timestamp()
     WHERE id = ${bankCardId} AND person_id = ${personId} AND removed_at IS NULL`;
  return changed === 1;
}

/** Where the number and the holder's name rest, also of a card removed since. */
export async function selectCardItems(
  bankCardId: string,
): Promise<{ cardItemId: string; nameItemId: string } | undefined> {
  const rows = await db().$queryRaw<{ cardItemId: string; nameItemId: string }[]>`
    SELECT c.card_item_id AS "cardItemId", p.name_item_id AS "nameItemId"
      FROM bank_cards c JOIN persons p ON p.id = c.person_id
     WHERE c.id = ${bankCardId}`;
  return rows[0];
}
