import type { OrderRecord } from '../state/records';

/** What went wrong only with the code: the same order may try again with another one. */
const ABOUT_THE_CODE = ['69', '71', '82'];

/** Is this number still to be used, by a signing or a payment by token? */
export function isFree(order: OrderRecord | undefined): boolean {
  if (!order) return true;
  const byToken = order.kind === 'signing' || order.product === 'token';
  return byToken && order.state === 'failed' && ABOUT_THE_CODE.includes(order.respCode ?? '');
}
