import { getTranslations } from 'next-intl/server';
import { StatementTable } from '@/components/payments/statement-table';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageLinks } from '@/components/ui/page-links';
import { type AccountRef, accountIdOf } from '@/lib/ledger/chart';
import { listStatement } from '@/lib/ledger/list-statement';

/** The account's movements, a page of them, and the way to the others. */
export async function Statement({ account, before }: { account: AccountRef; before?: string }) {
  const t = await getTranslations('office.account');
  const { lines, next } = await listStatement({ account, before });
  const here = `/office/ledger/accounts/${encodeURIComponent(accountIdOf(account))}`;
  return (
    <Card flush>
      <div className="flex flex-wrap items-center justify-between gap-2 px-5 pt-4 pb-1 sm:px-6">
        <h2 className="text-lg font-semibold">{t('statement')}</h2>
        <LinkButton href={`${here}/statement.csv`} variant="quiet" download>
          {t('csv')}
        </LinkButton>
      </div>
      {lines.length === 0 ? (
        <p className="px-5 pb-5 text-soft sm:px-6">{t('none')}</p>
      ) : (
        <StatementTable entriesAt="/office/ledger/entries" lines={lines} />
      )}
      <PageLinks
        newest={before ? { href: here, label: t('newest') } : null}
        more={next ? { href: `${here}?before=${next}`, label: t('older') } : null}
      />
    </Card>
  );
}
