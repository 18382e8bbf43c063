import { inTransaction } from '@/lib/core/unit-of-work';
import { identifyPerson } from '@/lib/persons/identify-person';
import type { AccountClass } from '@/lib/persons/quota';
import { recordVerification } from '@/lib/persons/record-verification';
import { FACE_TO_FACE, type VerificationSource } from '@/lib/persons/sources';
import { someIdNo } from '../id-numbers';

export { someIdNo } from '../id-numbers';

const SOURCES: Record<AccountClass, VerificationSource[]> = {
  I: ['identity'],
  II: ['identity', 'bank:测试银行', 'bank:样例银行'],
  III: ['identity', FACE_TO_FACE],
};

/** Says who a user is, verified as far as the class asks. */
export async function seedPerson({
  userId,
  accountClass = 'III',
  name = '张三',
  idNo = someIdNo(),
}: {
  userId: string;
  accountClass?: AccountClass;
  name?: string;
  idNo?: string;
}): Promise<{ personId: string; idNo: string }> {
  return inTransaction(async (tx) => {
    const { personId } = await identifyPerson(tx, { userId, name, idNo });
    for (const source of SOURCES[accountClass]) await recordVerification(tx, { personId, source });
    return { personId, idNo };
  });
}
