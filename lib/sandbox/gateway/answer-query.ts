import { answerCode } from '../acp/answer-codes';
import { checkRequest } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { chooseScript } from '../behaviour/choose-script';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { expireOrder } from './expire-order';
import { merchantOf } from './merchant-of';
import { echoRequest, queryFields } from './message-fields';

export type QueryAnswer =
  | { kind: 'answer'; fields: Fields }
  /** Scripted: keep the connection open and say nothing. */
  | { kind: 'hold' }
  /** Scripted: cut the connection. */
  | { kind: 'drop' };

/** A single query (00/00) about any order by orderId and txnTime of the original. */
export function answerQuery(simulator: Simulator, fields: Fields): QueryAnswer {
  const problem = checkRequest(fields, merchantOf(simulator), []);
  if (problem) return answer(fields, problem.respCode, problem.detail);
  const product = fields.bizType === '000000' || fields.bizType === '000201';
  if (fields.txnType !== '00' || fields.txnSubType !== '00' || !product) {
    return answer(fields, '32');
  }
  const found = simulator.store.findOrderByKey(fields);
  const order = found && expireOrder(simulator, found);
  const misled = order ? misleadAbout(simulator, order) : misleadAboutUnknown(simulator, fields);
  if (misled === 'timeout') return { kind: 'hold' };
  if (misled === 'drop') return { kind: 'drop' };
  if (misled === '34' || !order) return answer(fields, '34');
  return { kind: 'answer', fields: queryFields(misled ? { ...order, state: 'waiting' } : order) };
}

function answer(fields: Fields, respCode: string, detail?: string): QueryAnswer {
  return { kind: 'answer', fields: { ...echoRequest(fields), ...answerCode(respCode, detail) } };
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
