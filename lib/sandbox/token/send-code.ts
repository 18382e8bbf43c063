import type { Problem } from '../acp/check-request';
import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import type { Behaviour } from '../behaviour/schema';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { checkTransaction } from '../gateway/check-transaction';
import { DROPPED, type Reply, reply } from '../gateway/reply';
import type { Simulator } from '../simulator';
import { isFree } from './is-free';
import { readElements } from './read-elements';
import { isProblem, readToken, readTrId } from './read-token';
import { textCode } from './text-code';

/** 77/00 000902: a code for the signing that will come under the same orderId and txnTime. */
export function sendSigningCode(simulator: Simulator, fields: Fields): Reply {
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.signing,
    permissions: ['token'],
  });
  if (problem) return reply(fields, problem);
  const trId = readTrId(fields);
  if (isProblem(trId)) return reply(fields, trId);
  const elements = readElements(simulator, fields);
  if (isProblem(elements)) return reply(fields, elements);
  const { phoneNo: phone, subject, maskedCard } = elements;
  const words = `您正在为尾号${maskedCard.slice(-4)}的银行卡开通快捷支付`;
  return send(simulator, fields, (behaviour) =>
    textCode(simulator, fields, { phone, subject, words, behaviour }),
  );
}

/** 77/02 000902: a code for the payment of the same orderId, txnTime and txnAmt. */
export function sendPaymentCode(simulator: Simulator, fields: Fields): Reply {
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.paymentCode,
    permissions: ['token'],
  });
  if (problem) return reply(fields, problem);
  const token = readToken(simulator.store, fields);
  if (isProblem(token)) return reply(fields, token);
  const { phone, maskedCard } = token;
  const yuan = (Number(fields.txnAmt) / 100).toFixed(2);
  const words = `您尾号${maskedCard.slice(-4)}的银行卡正在支付${yuan}元`;
  return send(simulator, fields, (behaviour) =>
    textCode(simulator, fields, { phone, subject: subjectOf(fields), words, behaviour }),
  );
}

/** A payment's code is for one token and one amount. */
export const subjectOf = ({ tokenPayData = '', txnAmt = '' }: Fields): string =>
  `${/token=(\w+)/.exec(tokenPayData)?.[1]}/${txnAmt}`;

function send({ store }: Simulator, fields: Fields, text: (behaviour: Behaviour) => void): Reply {
  if (!isFree(store.findOrderByKey(fields))) return reply(fields, { respCode: '12' });
  const { orderId = '', txnAmt: amount = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount, kind: 'sms' });
  if (behaviour.lose === 'request') return DROPPED;
  if (behaviour.outcome === 'refuse' || behaviour.outcome === 'decline') {
    const refused: Problem = { respCode: behaviour.respCode ?? '37' };
    return reply(fields, refused);
  }
  text(behaviour);
  return behaviour.lose === 'reply' ? DROPPED : reply(fields, { respCode: '00' });
}
