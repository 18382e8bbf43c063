import { randomInt } from 'node:crypto';
import { keyedHash } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { spendBudget } from './budgets';
import { sendText } from './client';
import { codeHashOf } from './code-hash';
import { codeText } from './rules';
import { CODE_MINUTES, replaceCode } from './store';

/**
 * Sends a new code to the phone, in the place of an earlier one. Known and unknown phones are
 * treated alike. `phone` is as phoneSchema gives it, `address` where the request came from.
 *
 * @throws Refusal too_many_requests, code_not_sent
 */
export async function requestSignInCode(given: { phone: string; address: string }): Promise<void> {
  await spendBudget('code-address', given.address);
  await spendBudget('code-phone-hour', given.phone);
  await spendBudget('code-phone-day', given.phone);
  const id = newId('sic');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const phoneHash = keyedHash('phone', given.phone);
  await inTransaction((tx) => replaceCode(tx, { id, phoneHash, codeHash: codeHashOf(id, code) }));
  const host = new URL(env().APP_ORIGIN).hostname;
  await sendText({ phone: given.phone, text: codeText({ code, host, minutes: CODE_MINUTES }) });
}
