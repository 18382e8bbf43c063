import { randomBytes } from 'node:crypto';
import { checkRequest, type Problem, txnTimeIsCurrent } from '../acp/check-request';
import { REQUIRED_FOR_CONSUME } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { fromBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { expireOrder } from './expire-order';
import { merchantOf } from './merchant-of';
import { settleOrder } from './settle-order';

export type Receipt =
  | { kind: 'accepted'; order: OrderRecord }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'lost' };

const DEFAULT_PAYABLE_MS = 15 * 60_000;

/**
 * A front payment request (01/01, 000201) brought by the payer's browser. The very same request
 * again shows the same payment page while it is unfinished; anything else under its key is 12.
 */
export function receiveConsume(simulator: Simulator, fields: Fields): Receipt {
  const problem = checkRequest(fields, merchantOf(simulator), REQUIRED_FOR_CONSUME);
  if (problem) return refuse(problem.respCode, problem.detail);
  const { txnType, txnSubType, bizType, orderId = '', txnAmt: amount = '' } = fields;
  if (`${txnType}/${txnSubType}/${bizType}` !== '01/01/000201') return refuse('32');

  const known = simulator.store.findOrderByKey(fields);
  if (known) {
    const order = expireOrder(simulator, known);
    const repeated = order.state === 'waiting' && sameFields(order.request, fields);
    return repeated ? { kind: 'accepted', order } : refuse('12');
  }

  const nowMs = Date.now();
  const txnTimeMs = fromBeijingStamp(fields.txnTime ?? '') ?? 0;
  if (!txnTimeIsCurrent(txnTimeMs, nowMs)) return refuse('10', 'txnTime');
  const payableUntilMs =
    fromBeijingStamp(fields.payTimeout ?? '') ?? txnTimeMs + DEFAULT_PAYABLE_MS;
  if (payableUntilMs <= nowMs) return refuse('69', 'payTimeout');

  const behaviour = takeBehaviour(simulator.store, { orderId, amount, kind: 'consume' });
  if (behaviour.lose === 'request') return { kind: 'lost' };
  const order = simulator.store.saveOrder({
    id: randomBytes(16).toString('hex'),
    kind: 'consume',
    request: fields,
    behaviour,
    receivedAtMs: nowMs,
    state: 'waiting',
    payableUntilMs,
    wrongCodes: 0,
    queriesMisled: 0,
    noticeSends: [],
  });
  if (behaviour.outcome !== 'refuse') return { kind: 'accepted', order };
  const respCode = behaviour.respCode ?? '30';
  settleOrder(simulator, order, { respCode });
  return refuse(respCode);
}

function refuse(respCode: string, detail?: string): Receipt {
  return { kind: 'refused', problem: { respCode, detail } };
}

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
