import { getTranslations } from 'next-intl/server';
import { TrialBalanceTable } from '@/components/office/trial-balance-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { CHART } from '@/lib/ledger/chart';
import type { TrialBalance } from '@/lib/ledger/trial-balance';
import { sameMoney } from '@/lib/money/money';

/** One day's figures, whether they are final, and another day's at a press. */
export async function TrialBalanceOfDay({ balance }: { balance: TrialBalance }) {
  const t = await getTranslations('office.ledger');
  const { day, closed, debitTotal, creditTotal } = balance;
  return (
    <Card flush>
      <div className="grid gap-4 p-5 sm:p-6">
        <form method="get" className="flex items-end gap-3">
          <TextField name="day" type="date" label={t('day')} defaultValue={day} required />
          <Button type="submit" variant="secondary" className="min-h-12">
            {t('show')}
          </Button>
        </form>
        <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
          <Badge tone={closed ? 'ok' : 'warn'}>{closed ? t('closed') : t('open')}</Badge>
          {closed ? t('dayClosed', { day }) : t('dayOpen', { day })}
          <span className="text-faint">{t('unit')}</span>
        </p>
      </div>
      <TrialBalanceTable balance={balance} chart={CHART} />
      <div className="p-5 sm:px-6">
        {sameMoney(debitTotal, creditTotal) ? (
          <Notice tone="ok">{t('balanced')}</Notice>
        ) : (
          <Notice tone="bad">{t('unbalanced')}</Notice>
        )}
      </div>
    </Card>
  );
}
