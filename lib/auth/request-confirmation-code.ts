import { randomInt } from 'node:crypto';
import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Money } from '@/lib/money/money';
import { spendBudget } from './budgets';
import { sendText } from './client';
import { codeHashOf } from './code-hash';
import type { ConfirmationSubject } from './confirmation';
import { confirmationText } from './confirmation-rules';
import { replaceConfirmationCode } from './confirmation-store';
import { openUserPhone } from './open-user-phone';
import { CODE_MINUTES } from './store';

/**
 * Sends the user a new code for one action, in the place of an earlier one for it. The phone comes
 * from the vault, so each sending is on record there.
 *
 * @throws Refusal too_many_requests, code_not_sent, phone_unknown (the user signed in last before
 * phones were kept)
 */
export async function requestConfirmationCode(given: {
  userId: string;
  subject: ConfirmationSubject;
  /** Said in the text, so that its reader knows what is at stake. */
  amount?: Money;
}): Promise<void> {
  const { userId, subject, amount } = given;
  await spendBudget('confirmation-user-hour', userId);
  await spendBudget('confirmation-user-day', userId);
  const phone = await openUserPhone({ userId });
  const id = newId('cfm');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await inTransaction((tx) =>
    replaceConfirmationCode(tx, { id, userId, subject, codeHash: codeHashOf(id, code) }),
  );
  const host = new URL(env().APP_ORIGIN).hostname;
  const text = confirmationText({ code, subject, amount, host, minutes: CODE_MINUTES });
  await sendText({ phone, text });
}
