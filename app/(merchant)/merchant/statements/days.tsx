import { getLocale, getTranslations } from 'next-intl/server';
import { StatementTable } from '@/components/payments/statement-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { dayOf } from '@/lib/core/beijing';
import { CHART } from '@/lib/ledger/chart';
import { listAccountDays } from '@/lib/ledger/list-account-days';
import { daysOfMonth, monthOf } from '@/lib/settlement/month-rules';
import { STATEMENT_SUBJECTS, type StatementSubject } from '@/lib/settlement/monthly-statement';

interface Asked {
  merchantId: string;
  account?: StatementSubject;
  from?: string;
  to?: string;
  after?: string;
}

/** One account's movements of some days in words, oldest first; without days, those of this month. */
export async function Days({ merchantId, account = 'merchant_balance', after, ...asked }: Asked) {
  const t = await getTranslations('merchantFigures.statements');
  const words = await getTranslations('merchantFigures.orders');
  const english = (await getLocale()) === 'en';
  const thisMonth = daysOfMonth(monthOf(dayOf(new Date())));
  const { from = asked.to ?? thisMonth.from, to = thisMonth.to } = asked;
  const { lines, next } = await listAccountDays({
    account: { subject: account, owner: merchantId },
    ...{ from, to, after },
  });
  const options = STATEMENT_SUBJECTS.map((value) => ({
    value,
    label: english ? CHART[value].en : CHART[value].zh,
  }));
  const page = (more: Record<string, string>) =>
    `/merchant/statements?${new URLSearchParams({ account, from, to, ...more })}`;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-3 text-lg font-semibold sm:px-6">{t('days')}</h2>
      <form method="get" className="flex flex-wrap items-end gap-3 px-5 pb-4 sm:px-6">
        <SelectField name="account" label={t('account')} defaultValue={account} options={options} />
        <TextField name="from" label={words('from')} defaultValue={from} type="date" />
        <TextField name="to" label={words('to')} defaultValue={to} type="date" />
        <Button type="submit" variant="secondary" className="min-h-12">
          {t('show')}
        </Button>
      </form>
      {lines.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6">{t('none')}</p>
      ) : (
        <StatementTable lines={lines} />
      )}
      <PageLinks
        newest={after ? { href: page({}), label: t('first') } : null}
        more={next ? { href: page({ after: next }), label: t('more') } : null}
      />
    </Card>
  );
}
