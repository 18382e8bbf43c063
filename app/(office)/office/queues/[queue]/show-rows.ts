import { getLocale } from 'next-intl/server';
import type { ShownQueueRow } from '@/components/office/queue-table';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import type { QueueName, QueueRow } from '@/lib/support/queue';
import { ageOf, ageTone, pageOfRow } from '@/lib/support/queue-rules';

/** Rows as a person reads them: with names, ages, and the way to each. */
export async function showRows(
  queue: QueueName,
  rows: readonly QueueRow[],
  now: Date,
): Promise<ShownQueueRow[]> {
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const [merchants, staff] = await Promise.all([
    listMerchantNames([...new Set(rows.flatMap(({ merchantId }) => merchantId ?? []))]),
    listStaffNames([...new Set(rows.flatMap(({ assignedTo }) => assignedTo ?? []))]),
  ]);
  return rows.map((row) => ({
    ...row,
    href: pageOfRow(row),
    merchantName: row.merchantId && (merchants.get(row.merchantId)?.[language] ?? row.merchantId),
    assignedName: row.assignedTo && (staff.get(row.assignedTo)?.displayName ?? row.assignedTo),
    age: ageOf(row.since, now),
    tone: ageTone(queue, row, now),
  }));
}
