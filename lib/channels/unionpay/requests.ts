import type { PayRequest, QueryRequest, RefundRequest } from '../port';
import type { Fields } from './read-fields';
import { CURRENCY_CODE, toBeijingTime, toOrderDescription, toTxnAmt } from './values';

/** `000201` is the gateway product: front consume and whatever follows from it. */
const BIZ_TYPE = '000201';
const CHANNEL_TYPE = { pc: '07', mobile: '08' } as const;
const LONGEST_ADDRESS = 256;

/** 01/01, front consume: what the payer's browser posts to frontTransReq. */
export function frontConsumeFields(merId: string, request: PayRequest): Fields {
  if (request.payableUntil <= request.requestedAt) {
    throw new RangeError('payableUntil has to be after requestedAt');
  }
  return {
    ...common(merId, request),
    txnType: '01',
    txnSubType: '01',
    channelType: CHANNEL_TYPE[request.host],
    txnAmt: toTxnAmt(request.amount),
    currencyCode: CURRENCY_CODE,
    payTimeout: toBeijingTime(request.payableUntil),
    orderDesc: toOrderDescription(request.subject),
    frontUrl: checkedAddress(request.returnUrl),
    backUrl: checkedAddress(request.noticeUrl),
  };
}

/** 00/00: asks about the transaction that has this orderId and this txnTime. */
export function queryFields(merId: string, request: QueryRequest): Fields {
  return {
    ...common(merId, request),
    txnType: '00',
    txnSubType: '00',
    channelType: CHANNEL_TYPE.pc,
  };
}

/** 04/00: a refund with its own number, tied to the payment by UnionPay's queryId. */
export function refundFields(merId: string, request: RefundRequest): Fields {
  if (request.amount.amountMinor > request.original.amount.amountMinor) {
    throw new RangeError('a refund cannot be more than what was paid');
  }
  return {
    ...common(merId, request),
    txnType: '04',
    txnSubType: '00',
    channelType: CHANNEL_TYPE.pc,
    txnAmt: toTxnAmt(request.amount),
    currencyCode: CURRENCY_CODE,
    origQryId: request.original.channelRef,
    backUrl: checkedAddress(request.noticeUrl),
  };
}

/** The clock time that, with merId and orderId, names a transaction for ever. */
export const txnTimeOf = (request: { requestedAt: Date }): string =>
  toBeijingTime(request.requestedAt);

function common(merId: string, request: { channelOrderNo: string; requestedAt: Date }): Fields {
  if (!/^[0-9a-z]{8,32}$/.test(request.channelOrderNo)) {
    throw new RangeError('channelOrderNo has to be 8 to 32 characters of 0-9 and a-z');
  }
  return {
    version: '5.1.0',
    encoding: 'UTF-8',
    signMethod: '01',
    bizType: BIZ_TYPE,
    accessType: '0',
    merId,
    orderId: request.channelOrderNo,
    txnTime: txnTimeOf(request),
  };
}

/** ANS1..256; the gateway refuses `#` and `~`. */
function checkedAddress(address: string): string {
  if (address.length > LONGEST_ADDRESS || /[^!-~]|[#~]/.test(address) || !URL.canParse(address)) {
    throw new RangeError('an address for UnionPay is a full ASCII URL of 256 characters at most');
  }
  return address;
}
