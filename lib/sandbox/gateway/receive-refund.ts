import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import type { Simulator } from '../simulator';
import { checkTransaction } from './check-transaction';
import { newOrder, resultDueAt } from './new-order';
import { numberOrder } from './number-order';
import { judgeRefund } from './refund-rules';
import { DROPPED, type Reply, reply, replyAbout } from './reply';

/**
 * A refund (04/00) or undo (31/00) of a payment, under the bizType of that payment. Accepted means
 * that its result comes later, by query and by back notice. Its own number again is 12, whatever
 * the content: query instead.
 */
export function receiveRefund(simulator: Simulator, fields: Fields): Reply {
  const { store, config } = simulator;
  const problem = checkTransaction(simulator, fields, { required: REQUIRED.return });
  if (problem) return reply(fields, problem);
  if (store.findOrderByKey(fields)) return reply(fields, { respCode: '12' });

  const kind = fields.txnType === '31' ? 'undo' : 'refund';
  const { orderId = '', txnAmt: amount = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount, kind });
  if (behaviour.lose === 'request') return DROPPED;
  const original = store.findOrderByQueryId(fields.origQryId ?? '');
  const earlier = original
    ? store.listOrders().filter((order) => order.originalId === original.id)
    : [];
  const received = { ...newOrder(kind, fields, behaviour), originalId: original?.id };
  const refused =
    behaviour.outcome === 'refuse'
      ? { respCode: behaviour.respCode ?? '63' }
      : judgeRefund({ kind, request: fields, original, earlier, nowMs: received.receivedAtMs });
  if (refused) {
    const { respCode } = refused;
    return replyAbout(store.saveOrder({ ...received, state: 'failed', respCode }), respCode);
  }
  const resultDueAtMs = resultDueAt(behaviour, config.resultDelayMs);
  const order = numberOrder(store, { ...received, resultDueAtMs }, received.receivedAtMs);
  store.saveOrder(order);
  simulator.dueWork.plan();
  return replyAbout(order, '00');
}
