import { answerCode } from '../acp/answer-codes';
import type { Problem } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import type { OrderRecord } from '../state/records';
import { echoRequest } from './message-fields';

/** What a server that called the gateway gets. */
export type Reply =
  | { kind: 'answer'; fields: Fields }
  /** Scripted: keep the connection open and say nothing. */
  | { kind: 'hold' }
  /** Scripted: cut the connection. */
  | { kind: 'drop' };

export const DROPPED: Reply = { kind: 'drop' };

/** The answer to a request: what came, the code, and what else there is to say. */
export function reply(request: Fields, { respCode, detail }: Problem, more: Fields = {}): Reply {
  const fields = { ...echoRequest(request), ...more, ...answerCode(respCode, detail) };
  return { kind: 'answer', fields };
}

/** The same about an order that was recorded, unless its script loses the reply. */
export function replyAbout(order: OrderRecord, respCode: string, more: Fields = {}): Reply {
  if (order.behaviour.lose === 'reply') return DROPPED;
  const queryId: Fields = order.queryId ? { queryId: order.queryId } : {};
  return reply(order.request, { respCode }, { ...queryId, ...more });
}
