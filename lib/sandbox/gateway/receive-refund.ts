import { randomBytes } from 'node:crypto';
import { checkRequest, txnTimeIsCurrent } from '../acp/check-request';
import { REQUIRED_FOR_RETURN } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { fromBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { merchantOf } from './merchant-of';
import { numberOrder } from './number-order';
import type { Receipt } from './receive-consume';
import { judgeRefund } from './refund-rules';

const KINDS: Record<string, 'refund' | 'undo'> = {
  '04/00/000201': 'refund',
  '31/00/000201': 'undo',
};

/**
 * A refund (04/00) or undo (31/00) of a payment. Accepted means that its result comes later, by
 * query and by back notice. Its own number again is 12, whatever the content: query instead.
 */
export function receiveRefund(simulator: Simulator, fields: Fields): Receipt {
  const { store, config } = simulator;
  const problem = checkRequest(fields, merchantOf(simulator), REQUIRED_FOR_RETURN);
  if (problem) return { kind: 'refused', problem };
  const kind = KINDS[`${fields.txnType}/${fields.txnSubType}/${fields.bizType}`];
  if (!kind) return { kind: 'refused', problem: { respCode: '32' } };
  if (store.findOrderByKey(fields)) return { kind: 'refused', problem: { respCode: '12' } };
  const nowMs = Date.now();
  if (!txnTimeIsCurrent(fromBeijingStamp(fields.txnTime ?? '') ?? 0, nowMs)) {
    return { kind: 'refused', problem: { respCode: '10', detail: 'txnTime' } };
  }

  const { orderId = '', txnAmt: amount = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount, kind });
  if (behaviour.lose === 'request') return { kind: 'lost' };
  const original = store.findOrderByQueryId(fields.origQryId ?? '');
  const earlier = original
    ? store.listOrders().filter((order) => order.originalId === original.id)
    : [];
  const refused =
    behaviour.outcome === 'refuse'
      ? { respCode: behaviour.respCode ?? '63' }
      : judgeRefund({ kind, request: fields, original, earlier, nowMs });

  const delayMs =
    behaviour.resultDelaySeconds === undefined
      ? config.resultDelayMs
      : behaviour.resultDelaySeconds * 1000;
  const received: OrderRecord = {
    id: randomBytes(16).toString('hex'),
    kind,
    request: fields,
    behaviour,
    receivedAtMs: nowMs,
    state: 'waiting',
    originalId: original?.id,
    resultDueAtMs: nowMs + delayMs,
    wrongCodes: 0,
    queriesMisled: 0,
    noticeSends: [],
  };
  const order = store.saveOrder(
    refused
      ? { ...received, state: 'failed', respCode: refused.respCode, resultDueAtMs: undefined }
      : numberOrder(store, received, nowMs),
  );
  simulator.dueWork.plan();
  return { kind: 'accepted', order };
}
