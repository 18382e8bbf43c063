import { setPersonOfUser } from '@/lib/auth/set-person-of-user';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { keepItem } from '@/lib/vault/keep-item';
import { mergeQuota } from './quota-store';
import { maskIdNo, maskName, nameKey } from './rules';
import { idNoSchema, personNameSchema } from './schema';
import { insertPerson, lockPerson } from './store';

/**
 * Says which natural person a user is, for good; the caller has had the two verified. Everybody with
 * one identity number is one person, whose limits hold over all their users and accounts: what the
 * user has used up so far is the person's from here on.
 *
 * @throws Refusal invalid_request, identity_mismatch (the number is known under another name),
 * identity_already_set (the user is somebody else already)
 */
export async function identifyPerson(
  tx: Tx,
  given: { userId: string; name: string; idNo: string },
): Promise<{ personId: string }> {
  const name = personNameSchema.safeParse(given.name);
  const idNo = idNoSchema.safeParse(given.idNo);
  if (!name.success || !idNo.success) {
    const at = name.success ? 'idNo' : 'name';
    throw new Refusal('invalid_request', {}, [{ path: at, problem: 'is not valid' }]);
  }
  const personId = await ensurePerson(tx, { name: name.data, idNo: idNo.data });
  const { userId } = given;
  if (!(await setPersonOfUser(tx, { userId, personId }))) {
    throw new Refusal('identity_already_set', { userId });
  }
  await mergeQuota(tx, userId, personId);
  return { personId };
}

async function ensurePerson(tx: Tx, { name, idNo }: { name: string; idNo: string }) {
  const idNoHash = keyedHash('id-no', idNo);
  const nameHash = keyedHash('person-name', nameKey(name));
  const known = await lockPerson(tx, idNoHash);
  if (known && known.nameHash !== nameHash) {
    throw new Refusal('identity_mismatch', { personId: known.id });
  }
  if (known) return known.id;
  const id = newId('psn');
  await insertPerson(tx, {
    id,
    idNoHash,
    idNoItemId: await keepItem(tx, { purpose: 'person_id_no', plain: idNo }),
    idNoMasked: maskIdNo(idNo),
    nameHash,
    nameItemId: await keepItem(tx, { purpose: 'person_name', plain: name }),
    nameMasked: maskName(name),
  });
  return id;
}
