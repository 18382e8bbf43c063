import { pathOf } from '../cardholder/path-of';
import { writeFrontReturn } from '../cardholder/write-front-return';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

/** An order as the control API tells it. Amounts are fen in digits, times ISO 8601. */
export function describeOrder(simulator: Simulator, order: OrderRecord) {
  const { request } = order;
  return {
    orderId: request.orderId,
    txnTime: request.txnTime,
    kind: order.kind,
    txnAmt: request.txnAmt,
    channelType: request.channelType,
    origQryId: request.origQryId,
    state: order.state,
    cancelled: order.cancelled ?? false,
    respCode: order.respCode,
    queryId: order.queryId,
    card: order.card,
    receivedAt: toIso(order.receivedAtMs),
    payableUntil: toIso(order.payableUntilMs),
    settledAt: toIso(order.settledAtMs),
    behaviour: order.behaviour,
    /** How many questions its behaviour has kept from the truth. */
    queriesMisled: order.queriesMisled,
    noticePending: order.pendingNotice !== undefined,
    noticeSends: order.noticeSends.map(({ atMs, result }) => ({ at: toIso(atMs), result })),
    product: order.product,
    tn: order.tn,
    surface: order.surface,
    payPage: pathOf(order),
    /** What the browser would post to frontUrl; null until the payment succeeded. */
    frontReturn: writeFrontReturn(simulator, order) ?? null,
  };
}

function toIso(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : new Date(atMs).toISOString();
}
