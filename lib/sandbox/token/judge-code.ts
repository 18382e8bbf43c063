import type { Problem } from '../acp/check-request';
import { FAILING_CODES, TEST_CODE } from '../cardholder/test-cards';
import type { SentCode } from '../state/records';
import type { Store } from '../state/store';

const MOST_WRONG_CODES = 5;

/**
 * Is this the code that was sent for the order, to the same phone and for the same thing (36)? 71:
 * wrong, or none was sent; 69: too old, used, or guessed at too often. A good one is used up.
 */
export function judgeCode(
  store: Store,
  sent: SentCode | undefined,
  given: { code: string; phone: string; subject: string },
): Problem | undefined {
  if (!sent) return { respCode: '71' };
  if (sent.phone !== given.phone || sent.subject !== given.subject) return { respCode: '36' };
  if (sent.used || sent.wrongCodes >= MOST_WRONG_CODES || sent.expiresAtMs <= Date.now()) {
    return { respCode: '69' };
  }
  const right = given.code === sent.code || given.code === TEST_CODE;
  if (right && !FAILING_CODES.includes(given.code)) {
    store.saveCode({ ...sent, used: true });
    return undefined;
  }
  store.saveCode({ ...sent, wrongCodes: sent.wrongCodes + 1 });
  return { respCode: '71' };
}
