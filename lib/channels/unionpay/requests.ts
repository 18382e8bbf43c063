import type { ChannelContract, PaymentQuery, PayRequest } from '../port';
import { BIZ_TYPE, type BizType, bizTypeOf, checkedAddress, commonFields } from './contract-fields';
import type { Fields } from './read-fields';
import { CURRENCY_CODE, toBeijingTime, toOrderDescription, toTxnAmt } from './values';

export const CHANNEL_TYPE = { pc: '07', mobile: '08' } as const;

/** 01/01, front consume: what the payer's browser posts to frontTransReq. */
export const frontConsumeFields = (contract: ChannelContract, request: PayRequest): Fields => ({
  ...consumeFields(contract, request, BIZ_TYPE.gateway),
  txnSubType: '01',
  channelType: CHANNEL_TYPE[request.host],
  frontUrl: checkedAddress(request.returnUrl),
});

/** 01/01, control: asks appTransReq for the TN that a host starts. */
export const controlConsumeFields = (contract: ChannelContract, request: PayRequest): Fields => ({
  ...consumeFields(contract, request, BIZ_TYPE.gateway),
  txnSubType: '01',
  channelType: CHANNEL_TYPE.mobile,
});

/** 01/07: asks for a code that the payer's phone scans. */
export const qrConsumeFields = (contract: ChannelContract, request: PayRequest): Fields => ({
  ...consumeFields(contract, request, BIZ_TYPE.none),
  txnSubType: '07',
  channelType: CHANNEL_TYPE.mobile,
});

/** 00/00: asks about the transaction that has this orderId and this txnTime. */
export const queryFields = (
  contract: ChannelContract,
  request: { channelOrderNo: string; requestedAt: Date },
  bizType: BizType,
): Fields => ({
  ...commonFields(contract, request, bizType),
  txnType: '00',
  txnSubType: '00',
  channelType: CHANNEL_TYPE.pc,
});

export const paymentQueryFields = (contract: ChannelContract, request: PaymentQuery): Fields =>
  queryFields(contract, request, bizTypeOf(request));

/** What every consume has, whatever it is paid with. Throws RangeError for our own bug. */
export function consumeFields(
  contract: ChannelContract,
  request: PayRequest,
  bizType: BizType,
): Fields {
  if (request.payableUntil <= request.requestedAt) {
    throw new RangeError('payableUntil has to be after requestedAt');
  }
  return {
    ...commonFields(contract, request, bizType),
    txnType: '01',
    txnAmt: toTxnAmt(request.amount),
    currencyCode: CURRENCY_CODE,
    payTimeout: toBeijingTime(request.payableUntil),
    orderDesc: toOrderDescription(request.subject),
    backUrl: checkedAddress(request.noticeUrl),
  };
}
