import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import type { QueueName } from '@/lib/support/queue';
import { MOST_EXPORTED } from '@/lib/support/queue-rules';
import { queueHref } from './read-queue';

/** The rows that the filters leave, as a file, for those who may take one. */
export async function ExportLink({
  queue,
  kept,
  role,
}: {
  queue: QueueName;
  kept: Readonly<Record<string, string>>;
  role: StaffRole;
}) {
  if (!mayDo(role, 'queue.export')) return null;
  const t = await getTranslations('officeQueues.export');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton
        href={queueHref(queue, kept, { after: undefined }, '/queue.csv')}
        variant="secondary"
        download
      >
        {t('link')}
      </LinkButton>
      <p className="text-sm text-soft">{t('hint', { most: MOST_EXPORTED })}</p>
    </div>
  );
}
