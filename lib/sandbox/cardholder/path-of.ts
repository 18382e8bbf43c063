import type { OrderRecord } from '../state/records';

/** Where the cardholder's page of a payment is; undefined where it needs none. */
export function pathOf(order: OrderRecord): string | undefined {
  if (order.kind !== 'consume' || order.product === 'token') return undefined;
  return order.product === 'qr' ? `/scan/${order.id}` : `/pay/${order.id}`;
}
