import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { newSortableNumber } from '@/lib/core/ids';
import { formatMoney } from '@/lib/money/format-money';
import { findMerchantAccount } from '@/lib/payouts/find-merchant-account';
import { getMerchantMoney } from '@/lib/settlement/get-merchant-money';
import { bankNameIn } from './bank-name';
import { WithdrawalForm } from './withdrawal-form';

/** What may be taken out, where to, and the form that does it. */
export async function WithdrawCard({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchantFigures.withdrawals');
  const [account, money] = await Promise.all([
    findMerchantAccount({ merchantId }),
    getMerchantMoney({ merchantId }),
  ]);
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('withdraw')}</h2>
        <p className="text-soft">{t('available', { amount: formatMoney(money.available) })}</p>
        {account ? (
          <p className="text-soft">
            {t('to', {
              bank: bankNameIn(await getLocale(), account.bankName),
              card: account.cardMasked,
              name: account.nameMasked,
            })}
          </p>
        ) : (
          <p className="text-warn">{t('noAccount')}</p>
        )}
        {account && !account.usable ? (
          <p className="text-warn">
            {t('waits')} <Moment at={account.usableFrom} />
          </p>
        ) : null}
      </div>
      {account?.usable ? (
        <WithdrawalForm
          requestKey={newSortableNumber()}
          words={{
            amount: t('amount'),
            code: t('code'),
            submit: t('submit'),
            pending: t('pending'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </Card>
  );
}
