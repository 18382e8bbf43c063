import { randomBytes } from 'node:crypto';
import type { Fields } from '../acp/fields';
import type { Behaviour } from '../behaviour/schema';
import type { OrderKind, OrderRecord } from '../state/records';

/** A transaction that has just come; nothing is decided about it. */
export function newOrder(kind: OrderKind, request: Fields, behaviour: Behaviour): OrderRecord {
  return {
    id: randomBytes(16).toString('hex'),
    kind,
    request,
    behaviour,
    receivedAtMs: Date.now(),
    state: 'waiting',
    wrongCodes: 0,
    queriesMisled: 0,
    noticeSends: [],
  };
}

/** When the result of an accepted order is due. */
export function resultDueAt(behaviour: Behaviour, usualDelayMs: number): number {
  const { resultDelaySeconds } = behaviour;
  return Date.now() + (resultDelaySeconds === undefined ? usualDelayMs : resultDelaySeconds * 1000);
}
