import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { MigrationCard } from '@/components/merchant/migration-card';
import { MigrationUpload } from '@/components/merchant/migration-upload';
import { Card } from '@/components/ui/card';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import { listAgreementMigrations } from '@/lib/agreement-migrations/list-agreement-migrations';
import { MOST_ROWS } from '@/lib/agreement-migrations/rules';
import { MerchantFrame } from '../merchant-frame';
import { UploadResult } from './upload-result';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant'))('migrations.title') };
}

export default async function MigrationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user, actor } = await requireMember('/merchant/migrations', 'migration.upload');
  const { merchantId } = actor;
  const migrations = await listAgreementMigrations(merchantId);
  const t = await getTranslations('merchant.migrations');
  return (
    <MerchantFrame page="migrations" user={user} title={t('title')} lead={t('lead')}>
      <UploadResult query={await searchParams} />
      <MigrationUpload mostRows={MOST_ROWS} />
      {migrations.length === 0 ? (
        <Card>
          <p className="text-sm text-soft">{t('none')}</p>
        </Card>
      ) : null}
      {migrations.map((migration) => (
        <MigrationCard key={migration.id} migration={migration} />
      ))}
      {migrations.some(({ state }) => state !== 'done') ? <RefreshMeanwhile /> : null}
    </MerchantFrame>
  );
}
