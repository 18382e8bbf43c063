import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { ChannelFilesTable } from '@/components/office/channel-files-table';
import { Card } from '@/components/ui/card';
import { listStatements } from '@/lib/reconciliation/list-statements';

/** The files that were imported last, with how much of each agrees. */
export async function Files() {
  const t = await getTranslations('office.reconciliation');
  const files = await listStatements({ by: await staffHere() });
  if (files.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('files')}</h2>
      <ChannelFilesTable files={files} />
    </Card>
  );
}
