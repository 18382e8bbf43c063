import { randomInt } from 'node:crypto';
import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { spendSendingBudgets } from './budgets';
import { sendText } from './client';
import { codeHashOf } from './code-hash';
import { type PhoneCodeSubject, phoneCodeText } from './phone-code';
import { phoneCodeHashOf } from './phone-code-hash';
import { CODE_MINUTES, replaceCode } from './store';

/**
 * Sends a code that proves the phone for one purpose, to somebody who need not have an account. Known and
 * unknown phones are treated alike. Its budgets are those of every code but a sign-in's.
 *
 * @throws Refusal too_many_requests, code_not_sent
 */
export async function requestPhoneCode(given: {
  phone: string;
  purpose: PhoneCodeSubject;
  /** The browser that asks, by its own name, and from where. */
  device: string;
  address: string;
}): Promise<void> {
  const { phone, purpose, device, address } = given;
  await spendSendingBudgets({ phone, device, address });
  const id = newId('sic');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const phoneHash = phoneCodeHashOf(purpose, phone);
  await inTransaction((tx) => replaceCode(tx, { id, phoneHash, codeHash: codeHashOf(id, code) }));
  const host = new URL(env().APP_ORIGIN).hostname;
  await sendText({ phone, text: phoneCodeText({ code, purpose, host, minutes: CODE_MINUTES }) });
}
