import { writeFrontReturn } from '../cardholder/write-front-return';
import type { Certificates } from '../certificates/load-certificates';
import type { OrderRecord } from '../state/records';

/** An order as the control API tells it. Amounts are fen in digits, times ISO 8601. */
export function describeOrder(certificates: Certificates, order: OrderRecord) {
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
    noticePending: order.pendingNotice !== undefined,
    noticeSends: order.noticeSends.map(({ atMs, result }) => ({ at: toIso(atMs), result })),
    payPage: order.kind === 'consume' ? `/pay/${order.id}` : undefined,
    /** What the browser would post to frontUrl; null until the payment succeeded. */
    frontReturn: writeFrontReturn(certificates, order) ?? null,
  };
}

function toIso(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : new Date(atMs).toISOString();
}
