import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { AccountForm } from './account-form';

/** Where the money goes, for those who may change it. */
export async function AccountCard() {
  const t = await getTranslations('merchantFigures.withdrawals');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('account.title')}</h2>
        <p className="text-soft">{t('account.lead')}</p>
      </div>
      <AccountForm
        words={{
          card: t('account.card'),
          cardHint: t('account.cardHint'),
          holder: t('account.holder'),
          code: t('code'),
          submit: t('account.submit'),
          pending: t('account.pending'),
          broken: t('broken'),
        }}
      />
    </Card>
  );
}
