import { checkRequest } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import type { Simulator } from '../simulator';
import { answerTokenQuery, endToken } from '../token/end-token';
import { receiveSigning } from '../token/receive-signing';
import { receiveTokenPayment } from '../token/receive-token-payment';
import { sendPaymentCode, sendSigningCode } from '../token/send-code';
import { answerCertificate } from './answer-certificate';
import { merchantsOf } from './merchants-of';
import { receivePayout } from './receive-payout';
import { receiveRefund } from './receive-refund';
import { receiveQrPayment } from './receive-started';
import { type Reply, reply } from './reply';

type Answer = (simulator: Simulator, fields: Fields, origin: string) => Reply;

/** What servers can ask for, by txnType/txnSubType/bizType. */
const ANSWERS: Record<string, Answer> = {
  '01/07/000000': receiveQrPayment,
  '04/00/000201': receiveRefund,
  '04/00/000000': receiveRefund,
  '04/00/000902': receiveRefund,
  '31/00/000201': receiveRefund,
  '31/00/000000': receiveRefund,
  '31/00/000902': receiveRefund,
  '12/00/000401': receivePayout,
  '77/00/000902': sendSigningCode,
  '79/00/000902': receiveSigning,
  '77/02/000902': sendPaymentCode,
  '01/01/000902': receiveTokenPayment,
  '74/01/000902': endToken,
  '78/02/000902': answerTokenQuery,
  '95/00/000000': answerCertificate,
};

/** A request from server to server; 32 for what this gateway does not do. */
export function answerBackRequest(simulator: Simulator, fields: Fields, origin: string): Reply {
  const { txnType, txnSubType, bizType } = fields;
  const answer = ANSWERS[`${txnType}/${txnSubType}/${bizType}`];
  if (answer) return answer(simulator, fields, origin);
  const problem = checkRequest(fields, merchantsOf(simulator), []);
  return reply(fields, problem ?? { respCode: '32' });
}
