import { notFound } from 'next/navigation';
import { isRefusal } from '@/lib/core/errors';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { getOrderOverview, type OrderOverview } from '@/lib/support/get-order-overview';

/**
 * The order for a page; an address that names none is a 404. The mark is asked for before the rest is read:
 * what changes in between draws the page again.
 */
export async function loadOverview(
  orderId: string,
  by: StaffActor,
): Promise<{ overview: OrderOverview; mark: string | undefined }> {
  // What is no id at all never reaches the database, which would choke on a NUL.
  if (!/^ord_[0-9a-z]{26}$/.test(orderId)) notFound();
  try {
    const mark = await findLiveMark({ subject: { type: 'order', id: orderId }, by });
    return { mark, overview: await getOrderOverview({ orderId, by }) };
  } catch (error) {
    const missing = isRefusal(error) && ['not_found', 'order_not_found'].includes(error.code);
    if (missing) notFound();
    throw error;
  }
}
