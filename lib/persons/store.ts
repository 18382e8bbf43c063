import type { Tx } from '@/lib/core/db';

export interface PersonRow {
  id: string;
  nameHash: string;
}

/**
 * The person of that identity number. Two sign-ups with one number at the same moment take turns, so
 * that one person is made and the second finds it.
 */
export async function lockPerson(tx: Tx, idNoHash: string): Promise<PersonRow | undefined> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`person:${idNoHash}`}, 0))`;
  const row = await tx.person.findUnique({
    where: { idNoHash },
    select: { id: true, nameHash: true },
  });
  return row ?? undefined;
}

export async function insertPerson(
  tx: Tx,
  person: {
    id: string;
    idNoHash: string;
    idNoItemId: string;
    idNoMasked: string;
    nameHash: string;
    nameItemId: string;
    nameMasked: string;
  },
): Promise<void> {
  await tx.person.create({ data: person, select: { id: true } });
}

export async function insertVerification(
  tx: Tx,
  verification: { personId: string; source: string },
): Promise<void> {
  await tx.personVerification.createMany({ data: [verification], skipDuplicates: true });
}
