import { isFresh, isMadeWith, signCall } from '../call-signature';
import { type Notice, type NoticeRequest, UnauthenticNotice } from '../notice-port';
import type {
  ChannelAdapter,
  Outcome,
  PayRequest,
  QueryRequest,
  RefundQuery,
  RefundRequest,
} from '../port';
import { withCode } from '../with-code';
import { createAgreements } from './agreements';
import { type NetsUnionConfig, prepareSetup } from './config';
import { exchange, readJson, unasked, unsent } from './exchange';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './headers';
import { type Call, MSG, paymentCall, questionCall, refundCall } from './requests';
import { type Message, message as messageSchema } from './schema';
import { type Absence, codeOf, translateAsked, translateNotice, translateSent } from './translate';
import { trxIdOf } from './values';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Past ExprTm only what was begun before it can still come, and that is in process by then. */
const PAYMENT_MARGIN_MS = MINUTE * 1000;
/** Longer than one call can take: a refund without a trace by then has not arrived. */
const REFUND_MARGIN_MS = 2 * MINUTE * 1000;
const REFUND_WINDOW_MS = 365 * 24 * HOUR * 1000;

/** Agreement payments in NetsUnion's vocabulary: JSON over HTTP, signed both ways with one shared secret. */
export function createNetsUnionAdapter(config: NetsUnionConfig): ChannelAdapter {
  const setup = prepareSetup(config);

  async function sendPayment(call: Call, request: PayRequest): Promise<Outcome> {
    const { instrument, amount } = request;
    const answer = await exchange(setup, call);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unsent(call, answer.detail);
    const phone = instrument.type === 'agreement' ? { phoneMasked: instrument.phoneMasked } : {};
    return translateSent(answer.message, { amount, ...phone });
  }

  const sendCode = async (request: PayRequest): Promise<Outcome> =>
    sendPayment(paymentCall(setup, request, { type: 'send-code' }), request);

  async function pay(request: PayRequest): Promise<Outcome> {
    const { instrument } = request;
    if (instrument.type === 'agreement' && instrument.withCode) return sendCode(request);
    return sendPayment(paymentCall(setup, request, { type: 'pay' }), request);
  }

  async function ask(
    request: QueryRequest,
    msgTp: typeof MSG.payment | typeof MSG.refund,
    absence: Absence<'not_paid_in_time' | 'not_received'>,
  ): Promise<Outcome> {
    const call = questionCall(setup, request, msgTp);
    const answer = await exchange(setup, call);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unasked(call, answer.detail);
    const outcome = translateAsked(answer.message, { amount: request.amount, msgTp, absence });
    return msgTp === MSG.refund ? withCode(outcome, codeOf(answer.message)) : outcome;
  }

  const query: ChannelAdapter['query'] = async (request) => {
    if (request.instrument !== 'agreement') {
      throw new RangeError('NetsUnion carries payments by agreement only');
    }
    return ask(request, MSG.payment, {
      final: request.askedAt.getTime() >= request.payableUntil.getTime() + PAYMENT_MARGIN_MS,
      reason: 'not_paid_in_time',
    });
  };

  const queryRefund = (request: RefundQuery): Promise<Outcome> =>
    ask(request, MSG.refund, {
      final: request.askedAt.getTime() >= request.requestedAt.getTime() + REFUND_MARGIN_MS,
      reason: 'not_received',
    });

  /** Whoever cannot know whether an earlier call went out asks `queryRefund` before repeating it. */
  async function refund(request: RefundRequest): Promise<Outcome> {
    const call = refundCall(setup, request);
    const answer = await exchange(setup, call);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unsent(call, answer.detail);
    return withCode(translateSent(answer.message, request), codeOf(answer.message));
  }

  function readNotice({ body, headers = {}, receivedAt }: NoticeRequest): Notice {
    const timestamp = headers[TIMESTAMP_HEADER] ?? '';
    const envelope = { timestamp, method: 'POST', path: setup.noticePath };
    const sign = (key: string | Buffer) => signCall(key, envelope, body);
    if (!isMadeWith(setup.noticeKeys, headers[SIGNATURE_HEADER], sign)) {
      throw new UnauthenticNotice('untrusted notice: signature');
    }
    if (!isFresh(timestamp, receivedAt)) throw new UnauthenticNotice('untrusted notice: stale');
    const read = messageSchema.safeParse(readJson(body));
    if (!read.success || !isNoticeOfOurs(read.data)) {
      throw new UnauthenticNotice('no notice to us');
    }
    const notice = translateNotice(read.data);
    if (!notice || read.data.MsgHeader.TrxId !== trxIdOf(setup.issuerId, notice.channelOrderNo)) {
      throw new UnauthenticNotice('a notice about nothing this adapter asks for');
    }
    return notice;
  }

  const isNoticeOfOurs = ({ MsgHeader }: Message): boolean =>
    MsgHeader.MsgTp === MSG.notice && MsgHeader.IssrId === setup.issuerId;

  return {
    code: 'netsunion',
    noticeHeaders: [TIMESTAMP_HEADER, SIGNATURE_HEADER],
    querySchedule: {
      payment: [2, 5, 15, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR],
      refund: [2, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR],
    },
    pay,
    query,
    refund,
    queryRefund,
    readNotice,
    acknowledgement: { status: 200, body: 'ok' },
    formOrigins: [],
    returnsAt: ({ paidAt, at }) => ({
      undo: false,
      refund: at.getTime() < paidAt.getTime() + REFUND_WINDOW_MS,
    }),
    twoStep: {
      resendCode: sendCode,
      submitCode: async ({ code, ...request }) =>
        sendPayment(paymentCall(setup, request, { type: 'pay', code }), request),
    },
    agreements: createAgreements(setup),
  };
}
