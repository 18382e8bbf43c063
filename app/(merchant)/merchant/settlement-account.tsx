import { getTranslations } from 'next-intl/server';
import { SettlementsTable } from '@/components/merchant/settlements-table';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { balanceOf } from '@/lib/ledger/balance-of';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { listSettlements } from '@/lib/settlement/list-settlements';
import { ensureVirtualNumber } from '@/lib/virtual-accounts/ensure-virtual-number';
import { groupNumber } from '@/lib/virtual-accounts/rules';

const SHOWN = 10;

/** The merchant's own money with us: what is there, what is on its way, and how it came. */
export async function SettlementAccount({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchant.settlement');
  const [account, pending, number, { settlements }] = await Promise.all([
    findLedgerAccount({ subject: 'merchant_balance', owner: merchantId }),
    balanceOf({ subject: 'merchant_pending', owner: merchantId }),
    ensureVirtualNumber({ subject: 'merchant_balance', owner: merchantId }),
    listSettlements({ merchantId, limit: SHOWN }),
  ]);
  return (
    <Card flush>
      <div className="grid gap-4 p-5 sm:p-6">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <div>
          <p className="text-sm text-soft">{t('balance')}</p>
          <p className="text-2xl font-semibold tabular-nums">
            {formatMoney(account?.balance ?? cny(0n))}
          </p>
        </div>
        <DescriptionList
          items={[
            ...(account?.held.amountMinor
              ? [{ term: t('held'), detail: formatMoney(account.held) }]
              : []),
            { term: t('pending'), detail: formatMoney(pending) },
            { term: t('number'), detail: groupNumber(number) },
          ]}
        />
        {account?.state === 'frozen' ? <p className="text-sm text-warn">{t('frozen')}</p> : null}
      </div>
      <h3 className="px-5 pb-1 font-semibold sm:px-6">{t('caption')}</h3>
      {settlements.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6 sm:pb-6">{t('none')}</p>
      ) : (
        <SettlementsTable settlements={settlements} />
      )}
    </Card>
  );
}
