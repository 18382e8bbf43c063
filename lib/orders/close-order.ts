import { announce } from '@/lib/core/announce';
import type { Tx } from '@/lib/core/db';
import { next, recordTransition } from '@/lib/core/transitions';
import { lockOrder } from './lock-order';
import { ORDER } from './states';
import { moveOrder } from './store';

/**
 * Closes an order that nobody is to pay any more; false when it is not open. The caller knows that no
 * payment of it is under way, and holds it until the transaction ends.
 */
export async function closeOrder(
  tx: Tx,
  { orderId, actor, cause }: { orderId: string; actor: string; cause: string },
): Promise<boolean> {
  const { state: from, merchantId } = await lockOrder(tx, orderId);
  if (from !== 'open') return false;
  const to = next(ORDER, from, 'close');
  await moveOrder(tx, { id: orderId, from, to });
  const record = { subjectId: orderId, event: 'close', from, to, actor, cause };
  await recordTransition(tx, { subjectType: 'order', ...record });
  await announce(tx, [{ topic: 'order.closed', merchantId, subjectId: orderId }]);
  return true;
}
