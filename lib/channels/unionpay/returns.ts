import type { ChannelAdapter, RefundQuery, RefundRequest } from '../port';
import { withCode } from '../with-code';
import { returnsAt } from './clearing-day';
import { contractOf, type Setup } from './config';
import { txnTimeOf } from './contract-fields';
import { ask, gatewayUrl, request } from './exchange';
import { RETURN_TYPE, returnFields, returnQueryFields } from './return-requests';
import { type Expected, translateAnswer, translateQuery } from './translate';

/** Longer than one call can take: a return without a trace by then has not arrived. */
const REFUND_MARGIN_MS = 120_000;

/** Undo and refund. Whoever cannot know whether a call went out asks before repeating it. */
export function createReturns(
  setup: Setup,
): Pick<ChannelAdapter, 'refund' | 'queryRefund' | 'returnsAt'> {
  const contractFor = (given: Pick<RefundRequest, 'contract'>) => contractOf(setup, given);

  const expectedOf = (given: RefundRequest | RefundQuery): Expected => ({
    merId: contractFor(given).merchantNo,
    orderId: given.channelOrderNo,
    txnTime: txnTimeOf(given),
    txnType: RETURN_TYPE[given.kind],
    amount: given.amount,
    product: given.original.instrument === 'agreement' ? 'token' : 'gateway',
  });

  return {
    async refund(wanted) {
      const fields = returnFields(contractFor(wanted), wanted);
      const call = { url: gatewayUrl(setup, 'backTransReq'), fields, at: wanted.requestedAt };
      return request(setup, call, (answer) =>
        withCode(translateAnswer(answer, expectedOf(wanted)), answer.respCode),
      );
    },

    async queryRefund(question) {
      const fields = returnQueryFields(contractFor(question), question);
      const call = { url: gatewayUrl(setup, 'queryTrans'), fields, at: question.askedAt };
      return ask(setup, call, (answer) =>
        withCode(
          translateQuery(answer, expectedOf(question), {
            final: question.askedAt.getTime() >= question.requestedAt.getTime() + REFUND_MARGIN_MS,
            reason: 'not_received',
          }),
          answer.origRespCode,
        ),
      );
    },

    returnsAt,
  };
}
