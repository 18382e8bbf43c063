import { keyedHash, sameText } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { spendBudget } from './budgets';
import { codeHashOf } from './code-hash';
import { keepUserPhone } from './keep-user-phone';
import { maskPhone } from './rules';
import { consumeCode, ensureShopper, takeCodeTry, type UserRow } from './store';

/**
 * The shopper whose phone got the code; a phone seen for the first time becomes a shopper. A code
 * works once, for five minutes and through five wrong answers. Wrong, expired and used-up are one
 * refusal.
 *
 * @throws Refusal sign_in_code_wrong, too_many_requests
 */
export async function signInShopper(given: {
  phone: string;
  code: string;
  address: string;
}): Promise<UserRow> {
  await spendBudget('guess-address', given.address);
  const phoneHash = keyedHash('phone', given.phone);
  const taken = await takeCodeTry(phoneHash);
  if (!taken || !sameText(taken.codeHash, codeHashOf(taken.id, given.code))) {
    throw new Refusal('sign_in_code_wrong');
  }
  return inTransaction(async (tx) => {
    if (!(await consumeCode(tx, taken.id))) throw new Refusal('sign_in_code_wrong');
    const phoneMasked = maskPhone(given.phone);
    const user = await ensureShopper(tx, { id: newId('usr'), phoneHash, phoneMasked });
    await keepUserPhone(tx, { userId: user.id, phone: given.phone });
    return user;
  });
}
