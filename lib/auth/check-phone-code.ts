import { sameText } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { spendBudget } from './budgets';
import { codeHashOf } from './code-hash';
import type { PhoneCodeSubject } from './phone-code';
import { phoneCodeHashOf } from './phone-code-hash';
import { consumeCode, takeCodeTry } from './store';

/**
 * Returns when the code is the one that was sent to this phone for this purpose. It works once, for five
 * minutes and through five wrong answers; wrong, expired and used up are one refusal.
 *
 * @throws Refusal sign_in_code_wrong, too_many_requests
 */
export async function checkPhoneCode(given: {
  phone: string;
  purpose: PhoneCodeSubject;
  code: string;
  address: string;
}): Promise<void> {
  await spendBudget('guess-address', given.address);
  const taken = await takeCodeTry(phoneCodeHashOf(given.purpose, given.phone));
  if (!taken || !sameText(taken.codeHash, codeHashOf(taken.id, given.code))) {
    throw new Refusal('sign_in_code_wrong');
  }
  if (!(await inTransaction((tx) => consumeCode(tx, taken.id)))) {
    throw new Refusal('sign_in_code_wrong');
  }
}
