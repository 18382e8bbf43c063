import {
  type ChannelAdapter,
  type Notice,
  type NoticeRequest,
  type Outcome,
  type PayRequest,
  type QueryRequest,
  type RefundRequest,
  UnauthenticNotice,
} from '../port';
import { prepareSetup, type UnionPayConfig } from './config';
import { evidenceOf } from './evidence';
import { exchange, unasked, unsent } from './exchange';
import { formOriginsOf } from './form-origins';
import { readForm } from './read-fields';
import { frontConsumeFields, queryFields, refundFields, txnTimeOf } from './requests';
import { signFields, verifyFields } from './sign';
import {
  type Absence,
  type Expected,
  translateNotice,
  translateQuery,
  translateRefundAnswer,
} from './translate';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Past payTimeout only what was begun before it can still come, and that is in progress by then. */
const PAYMENT_MARGIN_MS = MINUTE * 1000;
/** Longer than one call can take: a refund without a trace by then has not arrived. */
const REFUND_MARGIN_MS = 2 * MINUTE * 1000;

/** UnionPay ACP 5.1.0, signMethod 01: front consume, single query, refund, back notice. */
export function createUnionPayAdapter(config: UnionPayConfig): ChannelAdapter {
  const setup = prepareSetup(config);
  const { merId } = setup;

  async function pay(request: PayRequest): Promise<Outcome> {
    const fields = frontConsumeFields(merId, request);
    return {
      kind: 'pending',
      next: {
        type: 'post-form',
        url: `${setup.gatewayOrigin}/gateway/api/frontTransReq.do`,
        fields: signFields(fields, setup.signer),
      },
      evidence: evidenceOf(fields),
    };
  }

  async function ask(
    request: QueryRequest,
    txnType: Expected['txnType'],
    absence: Absence,
  ): Promise<Outcome> {
    const fields = queryFields(merId, request);
    const path = '/gateway/api/queryTrans.do';
    const answer = await exchange(setup, path, fields, request.askedAt);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unasked(fields, answer.detail);
    return translateQuery(answer.fields, expectedOf(request, txnType), absence);
  }

  const query = (request: QueryRequest): Promise<Outcome> =>
    ask(request, '01', {
      final: request.askedAt.getTime() >= request.payableUntil.getTime() + PAYMENT_MARGIN_MS,
      reason: 'not_paid_in_time',
    });

  const queryRefund = (request: QueryRequest): Promise<Outcome> =>
    ask(request, '04', {
      final: request.askedAt.getTime() >= request.requestedAt.getTime() + REFUND_MARGIN_MS,
      reason: 'not_received',
    });

  /** Whoever cannot know whether an earlier call went out asks `queryRefund` before repeating it. */
  async function refund(request: RefundRequest): Promise<Outcome> {
    const fields = refundFields(merId, request);
    const path = '/gateway/api/backTransReq.do';
    const answer = await exchange(setup, path, fields, request.requestedAt);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unsent(fields, answer.detail);
    return translateRefundAnswer(answer.fields, expectedOf(request, '04'));
  }

  function readNotice(request: NoticeRequest): Notice {
    const read = readForm(request.body);
    if (!read.ok) throw new UnauthenticNotice(`unreadable notice: ${read.reason}`);
    const verification = verifyFields(read.fields, { ...setup, at: request.receivedAt });
    if (!verification.ok) throw new UnauthenticNotice(`untrusted notice: ${verification.reason}`);
    const notice = translateNotice(read.fields, merId);
    if (!notice) throw new UnauthenticNotice('a notice about nothing this adapter asks for');
    return notice;
  }

  function expectedOf(
    request: Pick<QueryRequest, 'channelOrderNo' | 'requestedAt' | 'amount'>,
    txnType: Expected['txnType'],
  ): Expected {
    return {
      merId,
      orderId: request.channelOrderNo,
      txnTime: txnTimeOf(request),
      txnType,
      amount: request.amount,
    };
  }

  return {
    code: 'unionpay',
    querySchedule: {
      // The documented 5, 10, 30, 60, 120 minutes; before them, what keeps a waiting page honest.
      payment: [15, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR],
      // The documented 1 to 32 seconds between asks, then patience.
      refund: [1, 2, 4, 8, 16, 32, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR],
    },
    pay,
    query,
    refund,
    queryRefund,
    readNotice,
    acknowledgement: { status: 200, body: 'ok' },
    formOrigins: formOriginsOf(setup.gatewayOrigin),
  };
}
