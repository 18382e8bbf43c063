import type { Tx } from './db';
import { newId } from './ids';

export interface Announcement {
  /** `order.expired`, … */
  topic: string;
  merchantId: string;
  /** What it is about; what is told more than once has its number after a dash. */
  subjectId: string;
}

/** Writes what a merchant is to be told, in the commit that does it. The same event is told once. */
export async function announce(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  const data = announcements.map((each) => ({ id: newId('evt'), ...each }));
  await tx.outboxEvent.createMany({ data, skipDuplicates: true });
}
