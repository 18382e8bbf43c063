import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { balanceOf } from '@/lib/ledger/balance-of';
import { PLATFORM } from '@/lib/ledger/chart';
import { formatMoney } from '@/lib/money/format-money';
import { ensureVirtualNumber } from '@/lib/virtual-accounts/ensure-virtual-number';
import { groupNumber } from '@/lib/virtual-accounts/rules';

const OWN = { subject: 'platform_balance', owner: PLATFORM } as const;

/** The one real bank account, and the platform's own part of it with the number that feeds it. */
export async function PlatformAccount() {
  const t = await getTranslations('office.platform');
  const [bank, own, number] = await Promise.all([
    balanceOf({ subject: 'platform_bank', owner: PLATFORM }),
    balanceOf(OWN),
    ensureVirtualNumber(OWN),
  ]);
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={[
          { term: t('bank'), detail: formatMoney(bank) },
          { term: t('own'), detail: formatMoney(own) },
          { term: t('number'), detail: groupNumber(number) },
        ]}
      />
    </Card>
  );
}
