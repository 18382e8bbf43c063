import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { moveToMerchant } from './store';

/** Somebody of one merchant works for another from now on. Refusal: state_conflict, when they had left it meanwhile. */
export async function setMerchantOfUser(move: {
  userId: string;
  from: string;
  to: string;
}): Promise<void> {
  if (!(await inTransaction((tx) => moveToMerchant(tx, move)))) {
    throw new Refusal('state_conflict', { userId: move.userId });
  }
}
