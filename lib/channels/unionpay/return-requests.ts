import { sameMoney } from '@/lib/money/money';
import type { ChannelContract, RefundQuery, RefundRequest } from '../port';
import { bizTypeOf, checkedAddress, commonFields } from './contract-fields';
import type { Fields } from './read-fields';
import { CHANNEL_TYPE, queryFields } from './requests';
import { CURRENCY_CODE, toTxnAmt } from './values';

/**
 * 31/00, undo, or 04/00, refund: with a number of its own, tied to the payment by UnionPay's queryId
 * and in the payment's product. Throws RangeError for an amount that cannot be given back so.
 */
export function returnFields(contract: ChannelContract, request: RefundRequest): Fields {
  const { amount, original, kind } = request;
  if (amount.amountMinor > original.amount.amountMinor) {
    throw new RangeError('a refund cannot be more than what was paid');
  }
  if (kind === 'undo' && !sameMoney(amount, original.amount)) {
    throw new RangeError('an undo is of all that was paid');
  }
  return {
    ...commonFields(contract, request, bizTypeOf(original)),
    txnType: RETURN_TYPE[kind],
    txnSubType: '00',
    channelType: CHANNEL_TYPE.pc,
    txnAmt: toTxnAmt(amount),
    ...(kind === 'refund' ? { currencyCode: CURRENCY_CODE } : {}),
    origQryId: original.channelRef,
    backUrl: checkedAddress(request.noticeUrl),
  };
}

export const RETURN_TYPE = { undo: '31', refund: '04' } as const;

export const returnQueryFields = (contract: ChannelContract, request: RefundQuery): Fields =>
  queryFields(contract, request, bizTypeOf(request.original));
