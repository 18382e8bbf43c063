import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Movements } from '@/components/wallet/movements';
import { requireUser } from '@/lib/auth/require-user';
import { InnerPage } from '../inner-page';
import { readParam, type SearchParams } from '../read-param';
import { loadStatement, statementLink } from './load-statement';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('statement.title') };
}

export default async function StatementPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await requireUser('shopper', '/wallet/statement');
  const account = await readParam(searchParams, 'account');
  const before = await readParam(searchParams, 'before');
  const found = await loadStatement({ userId: user.id, customerId: account, before });
  if (!found) notFound();
  const { lines, next, merchant } = found;
  const t = await getTranslations('wallet.statement');
  const name = merchant && ((await getLocale()) === 'en' ? merchant.nameEn : merchant.name);
  return (
    <InnerPage title={t('title')} lead={name ? t('of', { merchant: name }) : undefined}>
      <Card className="py-2 sm:py-3">
        {lines.length > 0 ? (
          <Movements lines={lines} label={t('caption')} />
        ) : (
          <p className="py-3 text-soft">{t('none')}</p>
        )}
      </Card>
      {next ? (
        <LinkButton href={statementLink({ account, before: next })} variant="secondary" block>
          {t('older')}
        </LinkButton>
      ) : null}
      {before ? (
        <LinkButton href={statementLink({ account })} variant="quiet">
          {t('newest')}
        </LinkButton>
      ) : null}
      <LinkButton href={statementLink({ account, file: true })} variant="quiet" download>
        {t('download')}
      </LinkButton>
    </InnerPage>
  );
}
