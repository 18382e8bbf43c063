import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { readCardholder } from '../acp/sensitive';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { fromBeijingStamp } from '../beijing-time';
import { answerCharge } from '../cardholder/answer-charge';
import { checkTransaction } from '../gateway/check-transaction';
import { newOrder } from '../gateway/new-order';
import { numberOrder } from '../gateway/number-order';
import { DROPPED, type Reply, reply, replyAbout } from '../gateway/reply';
import type { Simulator } from '../simulator';
import type { OrderRecord, Token } from '../state/records';
import { isFree } from './is-free';
import { judgeCode } from './judge-code';
import { isProblem, readToken } from './read-token';
import { subjectOf } from './send-code';

/**
 * 01/01 000902: a payment by token, without the cardholder. Turned down at once, or accepted: then
 * query and back notice tell. Nothing is charged where a code is wanted and none came (82), or the
 * wrong one (71, 69); with another code the same number may come again.
 */
export function receiveTokenPayment(simulator: Simulator, fields: Fields): Reply {
  const { store, config, certificates } = simulator;
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.tokenPayment,
    permissions: ['token', 'no_redirect'],
  });
  if (problem) return reply(fields, problem);
  const token = readToken(store, fields);
  if (isProblem(token)) return reply(fields, token);
  const { customerInfo, encryptCertId, payTimeout = '' } = fields;
  const holder = customerInfo
    ? readCardholder(customerInfo, certificates.encryption, encryptCertId)
    : {};
  if (!holder) return reply(fields, { respCode: '10', detail: 'customerInfo' });
  const known = store.findOrderByKey(fields);
  if (!isFree(known)) return reply(fields, { respCode: '12' });
  const payableUntilMs = fromBeijingStamp(payTimeout) ?? Date.now() + 15 * 60_000;
  if (payableUntilMs <= Date.now()) return reply(fields, { respCode: '69', detail: 'payTimeout' });

  const { orderId = '', txnAmt: amount = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount, kind: 'consume' });
  if (behaviour.lose === 'request') return DROPPED;
  const received: OrderRecord = {
    ...newOrder('consume', fields, behaviour),
    ...(known ? { id: known.id } : {}),
    product: 'token',
    token: token.token,
    card: token.card,
    maskedCard: token.maskedCard,
    payableUntilMs,
  };
  const refused = judgeConsent(simulator, received, token, holder.smsCode);
  const charge = answerCharge(simulator, received, token.card);
  const respCode =
    refused ??
    (behaviour.outcome === 'refuse' ? (behaviour.respCode ?? '38') : undefined) ??
    ('respCode' in charge ? charge.respCode : undefined);
  if (respCode) {
    return replyAbout(store.saveOrder({ ...received, state: 'failed', respCode }), respCode);
  }
  const delayMs = 'delayMs' in charge ? charge.delayMs : 0;
  const resultDueAtMs = Date.now() + (delayMs || config.resultDelayMs);
  const order = numberOrder(store, { ...received, resultDueAtMs }, received.receivedAtMs);
  store.saveOrder(order);
  simulator.dueWork.plan();
  return replyAbout(order, delayMs > 0 ? '05' : '00');
}

/** Was the cardholder asked as far as contract and risk control want it? */
function judgeConsent(
  { store }: Simulator,
  order: OrderRecord,
  token: Token,
  code: string | undefined,
): string | undefined {
  const wanted = store.readContract().smsForPayments || order.behaviour.demandSms === true;
  if (!code) return wanted ? '82' : undefined;
  const sent = store.findCode(order.request);
  const given = { code, phone: token.phone, subject: subjectOf(order.request) };
  return judgeCode(store, sent, given)?.respCode;
}
