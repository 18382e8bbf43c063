import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { AccountsTable } from '@/components/office/accounts-table';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { CHART, type Subject } from '@/lib/ledger/chart';
import { listLedgerAccounts } from '@/lib/ledger/list-ledger-accounts';
import { findVirtualAccount } from '@/lib/virtual-accounts/find-virtual-account';
import { nameOwners } from '../name-owners';

interface Asked {
  subject?: Subject;
  owner?: string;
  after?: string;
}

export async function FoundAccounts({ subject, owner, after }: Asked) {
  const t = await getTranslations('office.accounts');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const numbered = owner ? await findVirtualAccount(owner) : undefined;
  const filter = numbered?.ref ?? { subject, owner };
  const { accounts, next } = await listLedgerAccounts({ ...filter, after, by: await staffHere() });
  const nameOf = await nameOwners(accounts.map(({ ref }) => ref));
  if (accounts.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const more = new URLSearchParams({
    ...(subject ? { subject } : {}),
    ...(owner ? { owner } : {}),
    after: next ?? '',
  });
  return (
    <Card flush className="py-2">
      <AccountsTable
        accounts={accounts.map(({ ref, ...account }) => ({
          ...account,
          subject: CHART[ref.subject][language],
          owner: nameOf(ref),
          ownerId: ref.owner,
        }))}
      />
      {next ? (
        <p className="p-4">
          <LinkButton href={`/office/ledger/accounts?${more}`} variant="quiet">
            {t('more')}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
