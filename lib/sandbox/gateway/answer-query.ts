import { checkRequest } from '../acp/check-request';
import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { chooseScript } from '../behaviour/choose-script';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { expireOrder } from './expire-order';
import { merchantsOf } from './merchants-of';
import { queryFields } from './message-fields';
import { DROPPED, type Reply, reply } from './reply';

/** What may be asked about; 000000 finds an order of any product. */
const PRODUCTS = ['000000', '000201', '000401', '000902'];

/** A single query (00/00) about any order by orderId, txnTime and bizType of the original. */
export function answerQuery(simulator: Simulator, fields: Fields): Reply {
  const problem = checkRequest(fields, merchantsOf(simulator), REQUIRED.query);
  if (problem) return reply(fields, problem);
  const { txnType, txnSubType, bizType = '' } = fields;
  if (`${txnType}/${txnSubType}` !== '00/00' || !PRODUCTS.includes(bizType)) {
    return reply(fields, { respCode: '32' });
  }
  const found = simulator.store.findOrderByKey(fields);
  if (found && bizType !== '000000' && bizType !== found.request.bizType) {
    return reply(fields, { respCode: '36', detail: 'bizType' });
  }
  const order = found && expireOrder(simulator, found);
  const misled = order ? misleadAbout(simulator, order) : misleadAboutUnknown(simulator, fields);
  if (misled === 'timeout') return { kind: 'hold' };
  if (misled === 'drop') return DROPPED;
  if (misled === '34' || !order) return reply(fields, { respCode: '34' });
  const told = misled ? { ...order, state: 'waiting' as const } : order;
  return { kind: 'answer', fields: queryFields(told, simulator.store) };
}

type Misleading = NonNullable<OrderRecord['behaviour']['queryAnswer']> | undefined;

function misleadAbout({ store }: Simulator, order: OrderRecord): Misleading {
  const { queryAnswer, queryTimes, querySeconds } = order.behaviour;
  if (!queryAnswer) return undefined;
  if (queryTimes !== undefined && order.queriesMisled >= queryTimes) return undefined;
  const ageMs = Date.now() - order.receivedAtMs;
  if (querySeconds !== undefined && ageMs > querySeconds * 1000) return undefined;
  store.saveOrder({ ...order, queriesMisled: order.queriesMisled + 1 });
  return queryAnswer;
}

/** A number the gateway never saw has only the scripts that name it, or that hold for any order. */
function misleadAboutUnknown({ store }: Simulator, fields: Fields): Misleading {
  const script = chooseScript(store.listScripts(), { orderId: fields.orderId ?? '' });
  if (!script?.behaviour.queryAnswer) return undefined;
  const { queryTimes, queryAnswer } = script.behaviour;
  if (queryTimes !== undefined && queryTimes < 1) return undefined;
  if (queryTimes !== undefined) {
    const behaviour = { ...script.behaviour, queryTimes: queryTimes - 1 };
    store.saveScript({ ...script, behaviour });
  }
  return queryAnswer === '05' ? undefined : queryAnswer;
}
