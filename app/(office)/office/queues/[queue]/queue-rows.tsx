import { getTranslations } from 'next-intl/server';
import { QueueKeys } from '@/components/office/queue-keys';
import { QueueTable, type ShownQueueRow } from '@/components/office/queue-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listAssignees } from '@/lib/support/list-assignees';
import type { QueueName } from '@/lib/support/queue';
import type { BulkAction } from '@/lib/support/queue-rules';
import { BulkChoice } from './bulk-choice';
import { queueHref } from './read-queue';

const KEYS = ['open', 'title', 'next', 'previous', 'enter', 'mark', 'help', 'find', 'on', 'close'];

/** The rows of a queue, and what can be done to several of them. */
export async function QueueRows({
  queue,
  rows,
  next,
  kept,
  actions,
  userId,
}: {
  queue: QueueName;
  rows: readonly ShownQueueRow[];
  next: string | null;
  kept: Readonly<Record<string, string>>;
  actions: readonly BulkAction[];
  userId: string;
}) {
  const t = await getTranslations('officeQueues');
  if (rows.length === 0) {
    const none = Object.keys(kept).length > 0 ? 'noneFiltered' : 'none';
    return <Card className="text-soft">{t(`table.${none}`)}</Card>;
  }
  const words = Object.fromEntries(KEYS.map((key) => [key, t(`keys.${key}`)]));
  const table = (
    <QueueTable
      label={t('table.caption', { queue: t(`queue.${queue}`) })}
      rows={rows}
      pick={actions.length > 0}
    />
  );
  return (
    <Card flush>
      {actions.length === 0 ? (
        table
      ) : (
        <form method="get" action={`/office/queues/${queue}/bulk`}>
          {table}
          <BulkChoice
            actions={actions}
            people={actions.includes('assign') ? await listAssignees() : []}
            userId={userId}
          />
        </form>
      )}
      <PageLinks
        ruled
        newest={
          kept.after
            ? { href: queueHref(queue, kept, { after: undefined }), label: t('table.first') }
            : null
        }
        more={
          next ? { href: queueHref(queue, kept, { after: next }), label: t('table.more') } : null
        }
      />
      <QueueKeys words={words} />
    </Card>
  );
}
