import { deflateSync } from 'node:zlib';
import { checkRequest } from '../acp/check-request';
import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { toClearingDay } from '../beijing-time';
import { merchantsOf } from '../gateway/merchants-of';
import { DROPPED, type Reply, reply } from '../gateway/reply';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { writeAdjustmentLine, writeStatementLine } from './write-statement';
import { writeZip } from './zip';

/**
 * 76/01 000000: what was settled for the merchant on a clearing day, as two fixed-width GBK files in
 * a zip; 98 when there was nothing. Unlike the real one's, today's file is there at once and grows.
 */
export function answerFile(simulator: Simulator, fields: Fields): Reply {
  const problem = checkRequest(fields, merchantsOf(simulator), REQUIRED.file);
  if (problem) return reply(fields, problem);
  const { txnType, txnSubType, bizType, fileType, merId = '', settleDate = '' } = fields;
  if (`${txnType}/${txnSubType}/${bizType}` !== '76/01/000000') {
    return reply(fields, { respCode: '32' });
  }
  if (fileType !== '00') return reply(fields, { respCode: '10', detail: 'fileType' });
  const { store } = simulator;
  const behaviour = takeBehaviour(store, { orderId: '', amount: '', kind: 'file' });
  if (behaviour.lose) return DROPPED;
  if (behaviour.outcome === 'refuse' || behaviour.outcome === 'decline') {
    return reply(fields, { respCode: behaviour.respCode ?? '98' }, { settleDate });
  }
  const settled = store
    .listOrders()
    .filter((order) => order.request.merId === merId && isSettledOn(order, settleDate))
    .sort((a, b) => settledAt(a) - settledAt(b));
  const [first] = settled;
  if (!first) return reply(fields, { respCode: '98' }, { settleDate });
  const day = toClearingDay(settledAt(first)).slice(2);
  const lines = settled
    .filter((order) => order.behaviour.statement !== 'missing')
    .map((order) => writeStatementLine(order, store.findOrder(order.originalId ?? '')));
  const adjustments = settled
    .filter((order) => order.behaviour.statement === 'adjusted')
    .map(writeAdjustmentLine);
  const zip = writeZip([
    { name: `INN${day}88ZM_${merId}`, bytes: Buffer.concat(lines) },
    { name: `INN${day}88ZME_${merId}`, bytes: Buffer.concat(adjustments) },
  ]);
  const fileContent = deflateSync(zip).toString('base64');
  const fileName = `${merId}_${settleDate}.zip`;
  return reply(fields, { respCode: '00' }, { settleDate, fileType, fileName, fileContent });
}

const settledAt = (order: OrderRecord): number => order.settledAtMs ?? order.receivedAtMs;

const YEAR_MS = 365 * 24 * 3_600_000;

/** Money moved, on the latest day of that date. */
function isSettledOn(order: OrderRecord, settleDate: string): boolean {
  if (order.state !== 'succeeded' || order.kind === 'signing') return false;
  const atMs = settledAt(order);
  return toClearingDay(atMs).slice(4) === settleDate && atMs > Date.now() - YEAR_MS;
}
