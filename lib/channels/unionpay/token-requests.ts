import type { EndAgreementRequest, SignRequest } from '../agreement-port';
import type { ChannelContract, PayRequest } from '../port';
import { cardFields, customerInfoOf } from './card-fields';
import { BIZ_TYPE, commonFields } from './contract-fields';
import type { Fields } from './read-fields';
import { CHANNEL_TYPE, consumeFields } from './requests';
import type { Sealer } from './sensitive';
import { CURRENCY_CODE, toTxnAmt } from './values';

/** 77/00: has a code sent to the phone. Number and time are the signing's own. */
export const signCodeFields = (
  contract: ChannelContract,
  request: SignRequest,
  sealer: Sealer,
): Fields => ({
  ...signingFields(contract, request, sealer),
  txnType: '77',
  customerInfo: customerInfoOf({ phone: request.elements.phone }, sealer),
});

/** 79/00: opens a token with all four elements and the code. */
export const openTokenFields = (
  contract: ChannelContract,
  request: SignRequest & { code: string },
  sealer: Sealer,
): Fields => ({
  ...signingFields(contract, request, sealer),
  txnType: '79',
  customerInfo: customerInfoOf({ ...request.elements, code: request.code }, sealer),
});

/** 74/01: the token is good for nothing from now on. */
export const endTokenFields = (
  contract: ChannelContract,
  request: EndAgreementRequest,
): Fields => ({
  ...tokenMessage(contract, { ...request, channelOrderNo: request.endNo }),
  txnType: '74',
  txnSubType: '01',
  tokenPayData: `{token=${checkedToken(request.channelAgreementNo)}&trId=${trIdOf(contract)}&tokenType=01}`,
});

/** 77/02: a code for the payment to come, which has this same number, time and amount. */
export const paymentCodeFields = (
  contract: ChannelContract,
  request: PayRequest,
  token: string,
): Fields => ({
  ...tokenMessage(contract, request),
  txnType: '77',
  txnSubType: '02',
  txnAmt: toTxnAmt(request.amount),
  currencyCode: CURRENCY_CODE,
  tokenPayData: paymentToken(contract, token),
});

/** 01/01 by token; with a code only where one was given. */
export const tokenConsumeFields = (
  contract: ChannelContract,
  request: PayRequest & { code?: string },
  token: string,
): Fields => ({
  ...consumeFields(contract, request, BIZ_TYPE.token),
  txnSubType: '01',
  channelType: CHANNEL_TYPE.pc,
  accType: '01',
  tokenPayData: paymentToken(contract, token),
  ...(request.code === undefined ? {} : { customerInfo: customerInfoOf({ code: request.code }) }),
});

/** Throws where the contract has no token product, which is a bug of whoever chose the channel. */
export function trIdOf({ tokenRequestorId }: ChannelContract): string {
  if (!tokenRequestorId || !/^[0-9A-Za-z]{1,40}$/.test(tokenRequestorId)) {
    throw new RangeError('the contract has no tokenRequestorId');
  }
  return tokenRequestorId;
}

const signingFields = (
  contract: ChannelContract,
  request: SignRequest,
  sealer: Sealer,
): Fields => ({
  ...tokenMessage(contract, { ...request, channelOrderNo: request.signNo }),
  txnSubType: '00',
  ...cardFields(request.elements.cardNo, sealer),
  tokenPayData: `{trId=${trIdOf(contract)}&tokenType=01}`,
});

const tokenMessage = (
  contract: ChannelContract,
  request: { channelOrderNo: string; requestedAt: Date },
): Fields => ({
  ...commonFields(contract, request, BIZ_TYPE.token),
  channelType: CHANNEL_TYPE.pc,
});

const paymentToken = (contract: ChannelContract, token: string): string =>
  `{token=${checkedToken(token)}&trId=${trIdOf(contract)}}`;

function checkedToken(token: string): string {
  if (!/^[0-9A-Za-z]{1,64}$/.test(token)) throw new RangeError('not a token of UnionPay');
  return token;
}
