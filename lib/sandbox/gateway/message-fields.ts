import { answerCode } from '../acp/answer-codes';
import { type Fields, pickFields } from '../acp/fields';
import { toBeijingStamp, toClearingDay } from '../beijing-time';
import { TEST_CARDS } from '../cardholder/test-cards';
import type { OrderRecord } from '../state/records';
import type { Store } from '../state/store';

const ECHOED = [
  'version',
  'encoding',
  'accessType',
  'bizType',
  'txnType',
  'txnSubType',
  'merId',
  'orderId',
  'txnTime',
  'txnAmt',
  'currencyCode',
  'origQryId',
  'reqReserved',
];

/** The part of a request that comes back unchanged in every answer about it. */
export function echoRequest(request: Fields): Fields {
  return pickFields(request, ECHOED);
}

/** The back notice of a finished order; settlement fields only where money moved. */
export function noticeFields(order: OrderRecord, store: Store, amount?: string): Fields {
  const fields: Fields = {
    ...echoRequest(order.request),
    ...resultFields(order, store),
    ...answerCode(order.respCode ?? '99'),
  };
  if (amount === undefined) return fields;
  return { ...fields, txnAmt: amount, ...(fields.settleAmt ? { settleAmt: amount } : {}) };
}

/** The front notice: as the back notice, with its own two peculiarities. */
export function frontReturnFields(order: OrderRecord, store: Store): Fields {
  return { ...noticeFields(order, store), exchangeRate: '0', respMsg: 'success' };
}

/** The answer to a query that found the order; txnType and txnSubType are the original's. */
export function queryFields(order: OrderRecord, store: Store): Fields {
  const echoed = { ...echoRequest(order.request), ...answerCode('00') };
  if (order.state === 'waiting') {
    const { respCode, respMsg } = answerCode('05');
    const nothingYet: Fields = order.kind === 'signing' ? {} : { settleAmt: '0' };
    return { ...echoed, origRespCode: respCode, origRespMsg: respMsg, ...nothingYet };
  }
  const { respCode, respMsg } = answerCode(order.respCode ?? '99');
  return {
    ...echoed,
    ...resultFields(order, store),
    issuerIdentifyMode: '0',
    origRespCode: respCode,
    origRespMsg: respMsg,
  };
}

function resultFields(order: OrderRecord, store: Store): Fields {
  if (order.kind === 'signing') return signingFields(order, store);
  return { ...traceFields(order), ...settlementFields(order) };
}

/** What a signing that succeeded brings: the token, and what kind of card it stands for. */
export function signingFields(order: OrderRecord, store: Store): Fields {
  const token = order.state === 'succeeded' && store.findToken(order.token ?? '');
  if (!token) return {};
  return {
    activateStatus: '1',
    payCardType: payCardType(order),
    tokenPayData: `{token=${token.token}&trId=${token.trId}&tokenLevel=40}`,
  };
}

function traceFields(order: OrderRecord): Fields {
  if (!order.queryId || !order.traceNo) return {};
  return {
    queryId: order.queryId,
    traceNo: order.traceNo,
    traceTime: toBeijingStamp(order.settledAtMs ?? order.receivedAtMs).slice(4),
  };
}

function settlementFields(order: OrderRecord): Fields {
  if (order.state !== 'succeeded') return {};
  const fields: Fields = {
    settleAmt: order.request.txnAmt ?? '0',
    settleCurrencyCode: '156',
    settleDate: toClearingDay(order.settledAtMs ?? order.receivedAtMs).slice(4),
  };
  return tellsCardType(order) ? { ...fields, payCardType: payCardType(order) } : fields;
}

/** Synchronous ways (by token, in the app itself) tell debit or credit; the others only by contract. */
function tellsCardType({ kind, product, surface, behaviour }: OrderRecord): boolean {
  if (kind !== 'consume') return false;
  if (behaviour.tellCardType || product === 'token') return true;
  return product === 'control' && surface !== 'sdk-wap';
}

/** 01 debit, 02 credit; a card that is none of the test cards is a debit card. */
export const payCardType = ({ card }: Pick<OrderRecord, 'card'>): string =>
  card && TEST_CARDS[card].type === 'credit' ? '02' : '01';
