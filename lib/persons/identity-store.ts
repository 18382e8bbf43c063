import { db } from '@/lib/core/db';
import type { Person } from './person';

export async function selectPersonOfUser(userId: string): Promise<Person | undefined> {
  const rows = await db().$queryRaw<Person[]>`
    SELECT p.id, p.name_masked AS "nameMasked", p.id_no_masked AS "idNoMasked",
           (SELECT count(*)::int FROM person_verifications v WHERE v.person_id = p.id) AS sources
      FROM users u JOIN persons p ON p.id = u.person_id WHERE u.id = ${userId}`;
  return rows[0];
}

/** Where the name and the identity number rest. */
export const selectIdentityItems = (
  personId: string,
): Promise<{ nameItemId: string; idNoItemId: string } | null> =>
  db().person.findUnique({
    where: { id: personId },
    select: { nameItemId: true, idNoItemId: true },
  });

export async function selectIdNoHash(personId: string): Promise<string | undefined> {
  const row = await db().person.findUnique({ where: { id: personId }, select: { idNoHash: true } });
  return row?.idNoHash;
}

export async function selectNameHash(personId: string): Promise<string | undefined> {
  const row = await db().person.findUnique({ where: { id: personId }, select: { nameHash: true } });
  return row?.nameHash;
}
