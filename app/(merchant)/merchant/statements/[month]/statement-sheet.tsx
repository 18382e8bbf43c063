import { getLocale, getTranslations } from 'next-intl/server';
import { MonthTable } from '@/components/merchant/month-table';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { CHART } from '@/lib/ledger/chart';
import { titleOf } from '@/lib/ledger/sentence';
import type { Merchant } from '@/lib/merchants/merchant';
import { formatMoney } from '@/lib/money/format-money';
import type { MonthlyStatement } from '@/lib/settlement/monthly-statement';

/** The month on paper: whose it is, what it is of, and each account from opening to closing. */
export async function StatementSheet({
  merchant,
  statement,
}: {
  merchant: Merchant;
  statement: MonthlyStatement;
}) {
  const t = await getTranslations('merchantFigures.statement');
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const { from, to, isFinal, accounts, fee } = statement;
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            { term: t('merchant'), detail: locale === 'en' ? merchant.nameEn : merchant.name },
            { term: t('merchantId'), detail: merchant.id },
            { term: t('days'), detail: t('fromTo', { from, to }) },
            { term: t('standing'), detail: t(isFinal ? 'final' : 'soFar') },
            { term: t('fee'), detail: formatMoney(fee) },
          ]}
        />
      </Card>
      {accounts.map(({ subject, kinds, opening, closing, in: inward, out }) => {
        const name = locale === 'en' ? CHART[subject].en : CHART[subject].zh;
        return (
          <Card key={subject} flush className="pb-2">
            <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{name}</h2>
            <MonthTable
              name={name}
              {...{ opening, closing }}
              total={{ in: inward, out }}
              rows={kinds.map((kind) => ({
                ...{ key: kind.event, name: titleOf(kind.event, locale) },
                ...{ count: kind.count, in: kind.in, out: kind.out },
              }))}
            />
          </Card>
        );
      })}
    </>
  );
}
