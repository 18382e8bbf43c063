import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { readOrder } from '@/lib/orders/read-order';
import { selectDeliveryStates } from './delivery-store';

/**
 * Does the merchant know that this order is paid? none: it has nowhere to be told. A delivery that will
 * not be tried again is waited for no longer than one that arrived.
 */
export async function findOrderTold(orderId: string): Promise<'told' | 'pending' | 'none'> {
  const states = await selectDeliveryStates({ topic: 'order.paid', subjectId: orderId });
  if (states.length > 0) return states.includes('pending') ? 'pending' : 'told';
  const { merchantId } = await readOrder(orderId);
  return (await listWebhookEndpoints(merchantId)).length > 0 ? 'pending' : 'none';
}
