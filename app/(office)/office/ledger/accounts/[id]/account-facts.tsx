import { getTranslations } from 'next-intl/server';
import { AccountState } from '@/components/office/account-state';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { CHART } from '@/lib/ledger/chart';
import { formatMoney } from '@/lib/money/format-money';
import { groupNumber } from '@/lib/virtual-accounts/rules';
import type { ShownAccount } from '../../load-account';

/** What is on the account now, and whose it is. */
export async function AccountFacts({ account, ownerName, number }: ShownAccount) {
  const t = await getTranslations('office');
  const { kind } = CHART[account.ref.subject];
  const code = (text: string) => <code className="font-mono text-xs">{text}</code>;
  const external = kind === 'external';
  return (
    <Card className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <div>
          <p className="flex items-center gap-2 text-sm text-soft">
            {t('account.balance')} <AccountState state={account.state} />
          </p>
          <p className="text-2xl font-semibold tabular-nums">{formatMoney(account.balance)}</p>
        </div>
        {external ? (
          <DescriptionList
            items={[
              { term: t('account.held'), detail: formatMoney(account.held) },
              { term: t('account.available'), detail: formatMoney(account.available) },
            ]}
          />
        ) : null}
      </div>
      <DescriptionList
        items={[
          { term: t('account.owner'), detail: ownerName },
          { term: t('account.id'), detail: code(account.id) },
          { term: t('account.kind'), detail: t(`kind.${kind}`) },
          ...(number ? [{ term: t('account.number'), detail: groupNumber(number) }] : []),
        ]}
      />
    </Card>
  );
}
