import { notFound } from 'next/navigation';
import { staffHere } from '@/app/_server/staff';
import { isRefusal } from '@/lib/core/errors';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import type { AttemptDetail } from '@/lib/payments/found-attempt';
import { getAttemptDetail } from '@/lib/payments/get-attempt-detail';

/** The payment with its order, for a page; an address that names none is a 404. */
export async function loadAttempt(id: string): Promise<{ attempt: AttemptDetail; order: Order }> {
  try {
    const attempt = await getAttemptDetail({ attemptId: id, by: await staffHere() });
    return { attempt, order: await readOrder(attempt.orderId) };
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
