import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Query } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { listQueue } from '@/lib/support/list-queue';
import { Live } from '../../live';
import { OfficeFrame } from '../../office-frame';
import { bulkActionsOf } from './bulk-actions-of';
import { ExportLink } from './export-link';
import { leadOf } from './lead-of';
import { loadQueueName } from './load-queue-name';
import { QueueFilters } from './queue-filters';
import { QueueRows } from './queue-rows';
import { queueHref, readQueue } from './read-queue';
import { showRows } from './show-rows';
import { ViewForms } from './view-forms';

type Params = Promise<{ queue: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const t = await getTranslations('officeQueues.queue');
  return { title: t(loadQueueName(await params)) };
}

export default async function QueuePage(props: { params: Params; searchParams: Query }) {
  const queue = loadQueueName(await props.params);
  const { kept, filterFor, ...asked } = await readQueue(props.searchParams);
  const user = await requireStaff(queueHref(queue, kept), 'queue.read');
  const t = await getTranslations('officeQueues.queue');
  // Before the rows: what changes in between is drawn anew.
  const mark = await findLiveMark({ subject: { type: 'queue', id: queue }, by: user });
  const { rows, next, now } = await listQueue({
    queue,
    ...asked,
    filter: filterFor(user.id),
    by: user,
  });
  return (
    <OfficeFrame page={queue} user={user} title={t(queue)} lead={await leadOf(queue)}>
      <Live subject={`queue:${queue}`} mark={mark ?? ''} />
      <QueueFilters queue={queue} kept={kept} />
      <QueueRows
        {...{ queue, next, kept }}
        rows={await showRows(queue, rows, now)}
        actions={bulkActionsOf(queue, user.staffRole)}
        userId={user.id}
      />
      <ExportLink queue={queue} kept={kept} role={user.staffRole} />
      <ViewForms queue={queue} kept={kept} user={user} />
    </OfficeFrame>
  );
}
