import type { Problem } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { fromBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { newOrder } from './new-order';
import { settleOrder } from './settle-order';

export type Receipt =
  | { kind: 'accepted'; order: OrderRecord }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'lost' };

const DEFAULT_PAYABLE_MS = 15 * 60_000;

/** Records a checked payment that its cardholder can now make, until payTimeout (69 when that has passed). */
export function openPayment(
  simulator: Simulator,
  fields: Fields,
  own: Pick<OrderRecord, 'product' | 'tn'>,
): Receipt {
  const txnTimeMs = fromBeijingStamp(fields.txnTime ?? '') ?? 0;
  const payableUntilMs =
    fromBeijingStamp(fields.payTimeout ?? '') ?? txnTimeMs + DEFAULT_PAYABLE_MS;
  if (payableUntilMs <= Date.now()) return refuse('69', 'payTimeout');

  const { orderId = '', txnAmt: amount = '' } = fields;
  const behaviour = takeBehaviour(simulator.store, { orderId, amount, kind: 'consume' });
  if (behaviour.lose === 'request') return { kind: 'lost' };
  const order = simulator.store.saveOrder({
    ...newOrder('consume', fields, behaviour),
    ...own,
    payableUntilMs,
  });
  if (behaviour.outcome !== 'refuse') return { kind: 'accepted', order };
  const respCode = behaviour.respCode ?? '30';
  settleOrder(simulator, order, { respCode });
  return refuse(respCode);
}

export function refuse(respCode: string, detail?: string): Receipt {
  return { kind: 'refused', problem: { respCode, detail } };
}
