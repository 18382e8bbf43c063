import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import type { QueueName } from './queue';
import { selectQueueMerchants } from './queue-store';

const MOST = 100;

/**
 * Whose rows are in a queue and what each is called, for choosing among them.
 *
 * @throws Refusal not_permitted
 */
export async function listQueueMerchants({
  queue,
  by,
}: {
  queue: QueueName;
  by: StaffActor;
}): Promise<{ id: string; zh: string; en: string }[]> {
  requireMay(by, 'queue.read');
  const ids = await selectQueueMerchants(queue, MOST);
  const names = await listMerchantNames(ids);
  return ids.map((id) => ({ id, ...(names.get(id) ?? { zh: id, en: id }) }));
}
