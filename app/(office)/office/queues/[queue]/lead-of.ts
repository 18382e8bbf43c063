import { getTranslations } from 'next-intl/server';
import type { QueueName } from '@/lib/support/queue';
import {
  DUPLICATES_FOR_DAYS,
  FAILING_AFTER_TRIES,
  WEBHOOKS_FOR_DAYS,
} from '@/lib/support/queue-rules';

/** What is in a queue, in a sentence. */
export async function leadOf(queue: QueueName): Promise<string> {
  const t = await getTranslations('officeQueues.lead');
  const days = queue === 'webhooks' ? WEBHOOKS_FOR_DAYS : DUPLICATES_FOR_DAYS;
  return t(queue, { days, tries: FAILING_AFTER_TRIES });
}
