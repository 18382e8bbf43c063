import { notFound } from 'next/navigation';
import { isRefusal } from '@/lib/core/errors';
import { getOrder } from '@/lib/orders/get-order';
import type { Order } from '@/lib/orders/order';

/** The merchant's own order for a page; another merchant's is as much a 404 as none. */
export async function loadOrder(by: { merchantId: string; orderId: string }): Promise<Order> {
  try {
    return await getOrder(by);
  } catch (error) {
    if (isRefusal(error) && error.code === 'order_not_found') notFound();
    throw error;
  }
}
