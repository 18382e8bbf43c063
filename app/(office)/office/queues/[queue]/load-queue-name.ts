import { notFound } from 'next/navigation';
import type { QueueName } from '@/lib/support/queue';
import { queueName } from '@/lib/support/queue-schema';

/** The queue that an address names; any other address is no page. */
export function loadQueueName({ queue }: { queue: string }): QueueName {
  const parsed = queueName.safeParse(queue);
  return parsed.success ? parsed.data : notFound();
}
