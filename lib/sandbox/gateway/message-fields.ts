import { answerCode } from '../acp/answer-codes';
import { type Fields, pickFields } from '../acp/fields';
import { toBeijingStamp, toClearingDay } from '../beijing-time';
import type { OrderRecord } from '../state/records';

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

/** The sync answer to a refund or undo: accepted (00), or turned down. */
export function acceptanceFields(order: OrderRecord): Fields {
  return {
    ...echoRequest(order.request),
    ...(order.queryId ? { queryId: order.queryId } : {}),
    ...answerCode(order.state === 'failed' ? (order.respCode ?? '99') : '00'),
  };
}

/** The back notice of a finished order; settlement fields only where money moved. */
export function noticeFields(order: OrderRecord, amount?: string): Fields {
  const fields: Fields = {
    ...echoRequest(order.request),
    ...traceFields(order),
    ...settlementFields(order),
    ...answerCode(order.respCode ?? '99'),
  };
  if (amount === undefined) return fields;
  return { ...fields, txnAmt: amount, ...(fields.settleAmt ? { settleAmt: amount } : {}) };
}

/** The front notice: as the back notice, with its own two peculiarities. */
export function frontReturnFields(order: OrderRecord): Fields {
  return { ...noticeFields(order), exchangeRate: '0', respMsg: 'success' };
}

/** The answer to a query that found the order; txnType and txnSubType are the original's. */
export function queryFields(order: OrderRecord): Fields {
  const echoed = { ...echoRequest(order.request), ...answerCode('00') };
  if (order.state === 'waiting') {
    const { respCode, respMsg } = answerCode('05');
    return { ...echoed, origRespCode: respCode, origRespMsg: respMsg, settleAmt: '0' };
  }
  const { respCode, respMsg } = answerCode(order.respCode ?? '99');
  return {
    ...echoed,
    ...traceFields(order),
    ...settlementFields(order),
    issuerIdentifyMode: '0',
    origRespCode: respCode,
    origRespMsg: respMsg,
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
  if (order.behaviour.tellCardType && order.card) {
    fields.payCardType = order.card === 'credit' ? '02' : '01';
  }
  return fields;
}
