import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { OfficeFrame } from '../../../office-frame';
import { bulkActionsOf } from '../bulk-actions-of';
import { loadQueueName } from '../load-queue-name';
import { bulkAction, picked, userId } from './bulk-input';
import { DryRun } from './dry-run';

type Params = Promise<{ queue: string }>;
const SHAPE = { action: bulkAction, pick: picked, to: userId };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeQueues.bulk'))('pageTitle') };
}

export default async function BulkPage(props: { params: Params; searchParams: Query }) {
  const queue = loadQueueName(await props.params);
  const user = await requireStaff(`/office/queues/${queue}`, 'queue.bulk');
  const t = await getTranslations('officeQueues.bulk');
  const { action, pick: ids = [], to } = await readQuery(props.searchParams, SHAPE);
  if (!action || !bulkActionsOf(queue, user.staffRole).includes(action)) notFound();
  const names = await listStaffNames(to ? [to] : []);
  const toName = to === user.id ? t('me') : (names.get(to ?? '')?.displayName ?? '');
  return (
    <OfficeFrame page={queue} user={user} title={t('pageTitle')} lead={t('lead')}>
      {ids.length === 0 ? (
        <Card className="text-soft">{t('none')}</Card>
      ) : (
        <DryRun {...{ queue, action, ids, to, toName }} by={user} />
      )}
      <p>
        <LinkButton href={`/office/queues/${queue}`} variant="quiet">
          {t('back')}
        </LinkButton>
      </p>
    </OfficeFrame>
  );
}
