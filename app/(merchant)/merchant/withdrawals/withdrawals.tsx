import { getLocale, getTranslations } from 'next-intl/server';
import { WithdrawalsTable } from '@/components/merchant/withdrawals-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import { listMerchantWithdrawals } from '@/lib/settlement/list-merchant-withdrawals';
import { bankNameIn } from './bank-name';

/** Those that were asked for, newest first. */
export async function Withdrawals({ merchantId, before }: { merchantId: string; before?: string }) {
  const t = await getTranslations('merchantFigures.withdrawals');
  const words = await getTranslations('merchant.orders');
  const { withdrawals, next } = await listMerchantWithdrawals({ merchantId, before });
  const locale = await getLocale();
  const names = await listStaffNames(withdrawals.map(({ requestedBy }) => requestedBy));
  return (
    <Card flush className="pb-2">
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('caption')}</h2>
      {withdrawals.length === 0 ? (
        <p className="px-5 pb-3 text-sm text-soft sm:px-6">{t('none')}</p>
      ) : (
        <WithdrawalsTable
          withdrawals={withdrawals.map((one) => ({
            ...one,
            bankName: bankNameIn(locale, one.bankName),
            by: names.get(one.requestedBy)?.displayName ?? t('byApi'),
          }))}
        />
      )}
      <PageLinks
        newest={before ? { href: '/merchant/withdrawals', label: words('newest') } : null}
        more={next ? { href: `/merchant/withdrawals?before=${next}`, label: t('more') } : null}
      />
    </Card>
  );
}
