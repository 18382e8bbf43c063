import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { InnerPage } from '../inner-page';
import { loadWallet } from '../load-wallet';
import { readParam, type SearchParams } from '../read-param';
import { FreezeCard } from './freeze-card';
import { IdentityCard } from './identity-card';
import { PasswordCard } from './password-card';
import { SessionsCard } from './sessions-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('security.title') };
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const { user, wallet } = await loadWallet('/wallet/security');
  const done = await readParam(searchParams, 'done', /^password$/);
  const t = await getTranslations('wallet');
  return (
    <InnerPage title={t('security.title')}>
      {done ? (
        <Notice tone="ok" role="status" title={t('reset.done')}>
          {t('reset.doneBody')}
        </Notice>
      ) : null}
      <PasswordCard lockedUntil={wallet.passwordLockedUntil} />
      <FreezeCard state={wallet.state} />
      <IdentityCard user={user} wallet={wallet} />
      <SessionsCard />
    </InnerPage>
  );
}
