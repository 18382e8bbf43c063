import type { EndAgreementRequest, SignQuery, SignRequest } from '../agreement-port';
import type { ChannelContract, PayRequest, QueryRequest, RefundRequest } from '../port';
import { isMerchantNo, type Setup } from './config';
import { encryptFields } from './encrypt-fields';
import { toBeijingTime, toDescription, toTrxAmt, trxIdOf } from './values';

export const MSG = {
  signing: 'epcc.101.001.01',
  ending: 'epcc.103.001.01',
  payment: 'epcc.201.001.01',
  refund: 'epcc.208.001.01',
  question: 'epcc.211.001.01',
  notice: 'epcc.213.001.01',
} as const;
export type MsgTp = (typeof MSG)[keyof typeof MSG];

/** One call: what is sent, and what its answer has to repeat. */
export interface Call {
  msgTp: MsgTp;
  trxId: string;
  ordrId: string;
  merchantNo: string;
  content: object;
}

/** 101: have a code sent, or sign, with a code or without one. */
export function signingCall(
  setup: Setup,
  request: SignRequest,
  step: { type: 'send-code' } | { type: 'sign'; code: string | undefined },
): Call {
  const { name, idNo, cardNo, phone } = request.elements;
  const trxId = numberOf(setup, request.signNo);
  const seal = (fields: Record<string, string>) => encryptFields(setup.keys, trxId, fields);
  const code = step.type === 'sign' ? step.code : undefined;
  return callOf(
    setup,
    MSG.signing,
    { ...request, ordrId: request.signNo },
    {
      TrxInf: {
        TrxCtgy: step.type === 'send-code' ? '0201' : '0202',
        TrxDtTm: toBeijingTime(request.requestedAt),
        ...(code === undefined ? {} : seal({ AuthMsg: code })),
      },
      SgnInf: {
        SgnAcctTp: '00',
        IDTp: '01',
        ...seal({ SgnAcctId: cardNo, SgnAcctNm: name, IDNo: idNo, MobNo: phone }),
      },
    },
  );
}

/** 103: the end of an agreement. */
export const endingCall = (setup: Setup, request: EndAgreementRequest): Call =>
  callOf(
    setup,
    MSG.ending,
    { ...request, ordrId: request.endNo },
    {
      RescindInf: { SgnNo: request.channelAgreementNo },
    },
  );

/** 201: have a code sent for a payment, or pay, with a code or without one. */
export function paymentCall(
  setup: Setup,
  request: PayRequest,
  step: { type: 'send-code' } | { type: 'pay'; code?: string },
): Call {
  if (request.instrument.type !== 'agreement') {
    throw new RangeError('NetsUnion carries payments by agreement only');
  }
  if (request.payableUntil <= request.requestedAt) {
    throw new RangeError('payableUntil has to be after requestedAt');
  }
  const trxId = numberOf(setup, request.channelOrderNo);
  const code = step.type === 'pay' ? step.code : undefined;
  return callOf(
    setup,
    MSG.payment,
    { ...request, ordrId: request.channelOrderNo },
    {
      TrxInf: {
        TrxCtgy: step.type === 'send-code' ? '0111' : '0110',
        TrxDtTm: toBeijingTime(request.requestedAt),
        TrxAmt: toTrxAmt(request.amount),
        ExprTm: toBeijingTime(request.payableUntil),
        ...(code === undefined ? {} : encryptFields(setup.keys, trxId, { AuthMsg: code })),
      },
      PyerInf: { SgnNo: request.instrument.channelAgreementNo },
    },
    { OrdrDesc: toDescription(request.subject) },
  );
}

/** 208: a refund with its own number, tied to the payment by ours and the channel's. */
export function refundCall(setup: Setup, request: RefundRequest): Call {
  const { original, kind } = request;
  if (kind !== 'refund') throw new RangeError('NetsUnion has refunds only, no undo');
  if (request.amount.amountMinor > original.amount.amountMinor) {
    throw new RangeError('a refund cannot be more than what was paid');
  }
  return callOf(
    setup,
    MSG.refund,
    { ...request, ordrId: request.channelOrderNo },
    {
      TrxInf: {
        TrxDtTm: toBeijingTime(request.requestedAt),
        TrxAmt: toTrxAmt(request.amount),
      },
      OriTrxInf: {
        OriOrdrId: original.channelOrderNo,
        OriNetTrxId: original.channelRef,
        OriTrxAmt: toTrxAmt(original.amount),
      },
    },
  );
}

/** 211: asks about the transaction of this number. */
export const questionCall = (
  setup: Setup,
  request: Pick<QueryRequest, 'channelOrderNo' | 'askedAt' | 'contract'>,
  about: MsgTp,
): Call =>
  callOf(
    setup,
    MSG.question,
    { ordrId: request.channelOrderNo, requestedAt: request.askedAt, contract: request.contract },
    { OriTrxInf: { OriMsgTp: about } },
  );

export const signingQuestion = (setup: Setup, { signNo, ...request }: SignQuery): Call =>
  questionCall(setup, { ...request, channelOrderNo: signNo }, MSG.signing);

function callOf(
  setup: Setup,
  msgTp: MsgTp,
  about: { ordrId: string; requestedAt: Date; contract?: ChannelContract | undefined },
  body: object,
  order: object = {},
): Call {
  const merchantNo = about.contract?.merchantNo ?? setup.merchantNo;
  if (!isMerchantNo(merchantNo)) throw new RangeError('merchantNo has to be 15 letters');
  const { ordrId } = about;
  const trxId = numberOf(setup, ordrId);
  const content = {
    MsgHeader: {
      MsgTp: msgTp,
      IssrId: setup.issuerId,
      Drctn: '11',
      SndDt: toBeijingTime(about.requestedAt),
      TrxId: trxId,
    },
    MsgBody: { OrdrInf: { OrdrId: ordrId, MrchntNo: merchantNo, ...order }, ...body },
  };
  return { msgTp, trxId, ordrId, merchantNo, content };
}

function numberOf({ issuerId }: Setup, ordrId: string): string {
  if (!/^[0-9a-z]{8,32}$/.test(ordrId)) {
    throw new RangeError('our number has to be 8 to 32 characters of 0-9 and a-z');
  }
  return trxIdOf(issuerId, ordrId);
}
