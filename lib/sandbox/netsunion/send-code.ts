import { FAILING_CODES, TEST_CODE } from '../cardholder/test-cards';
import type { Simulator } from '../simulator';
import type { Transaction } from './records';

const MOST_CODES = 5;
const MOST_WRONG = 3;

/** Sends the next code, which voids the former; a transaction that had too many is given back as it was. */
export function sendCode(
  { store, config }: Simulator,
  transaction: Transaction,
): { sent: boolean; transaction: Transaction } {
  const sent = (transaction.code?.sent ?? 0) + 1;
  if (sent > MOST_CODES) return { sent: false, transaction };
  const { codeSeconds } = transaction.behaviour;
  const goodForMs = codeSeconds === undefined ? config.codeMs : codeSeconds * 1000;
  const nowMs = Date.now();
  const { phone, kind, amount = '0' } = transaction;
  const yuan = (Number(amount) / 100).toFixed(2);
  const purpose = kind === 'signing' ? '开通协议支付' : `支付 ${yuan} 元`;
  const text = `【网联测试】您正在${purpose}，验证码 ${TEST_CODE}，请勿告诉他人。`;
  store.saveMessage({ id: store.nextNumber(), phone, text, atMs: nowMs });
  const saved = store.netsunion.saveTransaction({
    ...transaction,
    state: 'code',
    code: { untilMs: nowMs + goodForMs, sent, wrong: 0 },
  });
  return { sent: true, transaction: saved };
}

/** What is wrong with a code that came for the transaction, and the tries left behind it. */
export function judgeCode(
  transaction: Transaction,
  given: string,
): { bizCd: string | undefined; transaction: Transaction } {
  const { code, card } = transaction;
  const usable = code && code.untilMs > Date.now() && code.wrong < MOST_WRONG;
  if (!usable) return { bizCd: 'PB511006', transaction };
  const right = given === TEST_CODE && !FAILING_CODES.includes(given) && card !== 'sms';
  if (right) return { bizCd: undefined, transaction };
  const counted = { ...transaction, code: { ...code, wrong: code.wrong + 1 } };
  return { bizCd: 'PB511005', transaction: counted };
}
