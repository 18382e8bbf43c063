import { randomInt } from 'node:crypto';
import type { Behaviour } from '../behaviour/schema';
import { FAILING_CODES } from '../cardholder/test-cards';
import { normalisePhone } from '../handset/normalise-phone';
import type { Simulator } from '../simulator';
import { keyOf, type OrderKey } from '../state/store';

/** Sends the next code for an order to a phone; the one before it is void. */
export function textCode(
  { store, config }: Simulator,
  order: OrderKey,
  sent: { phone: string; subject: string; words: string; behaviour: Behaviour },
): void {
  const { phone, subject, words, behaviour } = sent;
  const code = newCode();
  const { codeSeconds } = behaviour;
  const lifeMs = codeSeconds === undefined ? config.codeMs : codeSeconds * 1000;
  const key = keyOf(order);
  const nowMs = Date.now();
  store.saveCode({
    key,
    code,
    phone,
    subject,
    expiresAtMs: nowMs + lifeMs,
    wrongCodes: 0,
    used: false,
  });
  const text = `【银联】验证码${code}，${words}，${Math.ceil(lifeMs / 60_000)}分钟内有效，请勿告诉他人。`;
  store.saveMessage({ id: store.nextNumber(), phone: normalisePhone(phone), text, atMs: nowMs });
}

function newCode(): string {
  const code = String(randomInt(1e6)).padStart(6, '0');
  return FAILING_CODES.includes(code) ? newCode() : code;
}
