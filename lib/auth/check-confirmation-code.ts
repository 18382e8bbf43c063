import { sameText } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { codeHashOf } from './code-hash';
import type { ConfirmationSubject } from './confirmation';
import { consumeConfirmationCode, takeConfirmationTry } from './confirmation-store';

/**
 * Returns when the code is the one that was sent to this user for this action. It works once, for
 * five minutes and through five wrong answers; wrong, expired and used up are one refusal.
 *
 * @throws Refusal confirmation_code_wrong
 */
export async function checkConfirmationCode(given: {
  userId: string;
  subject: ConfirmationSubject;
  code: string;
}): Promise<void> {
  const taken = await takeConfirmationTry(given);
  const right = taken !== undefined && sameText(taken.codeHash, codeHashOf(taken.id, given.code));
  if (!right || !(await consumeConfirmationCode(taken.id))) {
    throw new Refusal('confirmation_code_wrong', { userId: given.userId });
  }
}
