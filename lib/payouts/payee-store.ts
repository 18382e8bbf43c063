import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { Payee } from './payee';

const COLUMNS = {
  id: true,
  kind: true,
  cardMasked: true,
  bankName: true,
  nameMasked: true,
  idNoMasked: true,
  customerId: true,
  cardHash: true,
  nameHash: true,
  proof: true,
  nameMatches: true,
  createdAt: true,
  forgottenAt: true,
} satisfies Prisma.PayeeSelect;

export interface PayeeItems {
  cardItemId: string | null;
  nameItemId: string | null;
  idNoItemId: string | null;
}

export async function insertPayee(
  tx: Tx,
  payee: Omit<Payee, 'createdAt' | 'forgottenAt'> & PayeeItems,
): Promise<void> {
  await tx.payee.create({ data: payee, select: { id: true } });
}

export const selectPayee = (id: string, tx: Tx = db()): Promise<Payee | null> =>
  tx.payee.findUnique({ where: { id }, select: COLUMNS });

export const selectPayees = (ids: readonly string[], tx: Tx = db()): Promise<Payee[]> =>
  tx.payee.findMany({ where: { id: { in: [...ids] } }, select: COLUMNS });

/** Where number, name and identity number rest, nothing where they are forgotten; and what they were. */
export const selectPayeeItems = (
  id: string,
  tx: Tx = db(),
): Promise<(PayeeItems & Pick<Payee, 'cardHash' | 'nameHash'>) | null> =>
  tx.payee.findUnique({
    where: { id },
    select: {
      cardItemId: true,
      nameItemId: true,
      idNoItemId: true,
      cardHash: true,
      nameHash: true,
    },
  });

/** False when that was done before. */
export async function markForgotten(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE payees SET forgotten_at = clock_timestamp() WHERE id = ${id} AND forgotten_at IS NULL`;
  return changed === 1;
}

/** How often that card was named in the last days, this payee left aside. */
export async function countSameCard(
  { cardHash, days, but }: { cardHash: string; days: number; but: string },
  tx: Tx = db(),
): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM payees
     WHERE card_hash = ${cardHash} AND id <> ${but}
       AND created_at > clock_timestamp() - make_interval(days => ${days})`;
  return rows[0]?.count ?? 0;
}
