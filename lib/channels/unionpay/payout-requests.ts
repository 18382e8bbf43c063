import type { PayoutRequest } from '../payout-port';
import type { ChannelContract } from '../port';
import { cardFields, customerInfoOf } from './card-fields';
import { BIZ_TYPE, checkedAddress, commonFields } from './contract-fields';
import type { Fields } from './read-fields';
import { CHANNEL_TYPE } from './requests';
import type { Sealer } from './sensitive';
import { CURRENCY_CODE, toTxnAmt } from './values';

/** 12/00: money to a card whose holder's name, and identity number where known, the bank compares. */
export const payoutFields = (
  contract: ChannelContract,
  request: PayoutRequest,
  sealer: Sealer,
): Fields => {
  const { name, idNo, noticeUrl } = request;
  return {
    ...commonFields(contract, request, BIZ_TYPE.payout),
    txnType: '12',
    txnSubType: '00',
    channelType: CHANNEL_TYPE.pc,
    accType: '01',
    txnAmt: toTxnAmt(request.amount),
    currencyCode: CURRENCY_CODE,
    ...cardFields(request.cardNo, sealer),
    customerInfo: customerInfoOf({ name, ...(idNo === undefined ? {} : { idNo }) }),
    ...(noticeUrl === undefined ? {} : { backUrl: checkedAddress(noticeUrl) }),
  };
};
