import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import type { Simulator } from '../simulator';
import { checkTransaction } from './check-transaction';
import { expireOrder } from './expire-order';
import { openPayment, type Receipt, refuse } from './open-payment';

/**
 * A front payment request (01/01, 000201) brought by the payer's browser; from a phone's (channel
 * 08) it is API-WAP. The very same request again shows the same payment page while it is
 * unfinished; anything else under its key is 12.
 */
export function receiveConsume(simulator: Simulator, fields: Fields): Receipt {
  const known = simulator.store.findOrderByKey(fields);
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.front,
    permissions: fields.channelType === '08' ? ['api_wap'] : [],
    anyTime: known !== undefined,
  });
  if (problem) return refuse(problem.respCode, problem.detail);
  const { txnType, txnSubType, bizType } = fields;
  if (`${txnType}/${txnSubType}/${bizType}` !== '01/01/000201') return refuse('32');
  if (!known) return openPayment(simulator, fields, { product: 'front' });
  const order = expireOrder(simulator, known);
  const repeated = order.state === 'waiting' && sameFields(order.request, fields);
  return repeated ? { kind: 'accepted', order } : refuse('12');
}

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
