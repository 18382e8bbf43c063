import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { formatMoney } from '@/lib/money/format-money';
import { getMerchantMoney } from '@/lib/settlement/get-merchant-money';
import { ensureVirtualNumber } from '@/lib/virtual-accounts/ensure-virtual-number';
import { groupNumber } from '@/lib/virtual-accounts/rules';

/** The merchant's own money with us: what may be taken out, what is on its way, and what is owed. */
export async function MoneyCard({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchant.settlement');
  const more = await getTranslations('merchantFigures.balance');
  const nav = await getTranslations('merchant.nav');
  const [money, number] = await Promise.all([
    getMerchantMoney({ merchantId }),
    ensureVirtualNumber({ subject: 'merchant_balance', owner: merchantId }),
  ]);
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-sm text-soft">{more('available')}</h2>
          <p className="text-2xl font-semibold tabular-nums">{formatMoney(money.available)}</p>
        </div>
        <LinkButton href="/merchant/withdrawals" variant="secondary">
          {more('withdraw')}
        </LinkButton>
      </div>
      <DescriptionList
        items={[
          { term: t('balance'), detail: formatMoney(money.balance) },
          { term: t('held'), detail: formatMoney(money.held) },
          { term: t('pending'), detail: formatMoney(money.pending) },
          { term: more('late'), detail: formatMoney(money.late) },
          { term: more('refundsUnderWay'), detail: formatMoney(money.refundsUnderWay) },
          { term: more('refundsQueued'), detail: formatMoney(money.refundsQueued) },
          { term: t('number'), detail: groupNumber(number) },
        ]}
      />
      <p className="text-sm text-faint">
        {t('carrierHint')}{' '}
        <TextLink href="/merchant/carrier-statements">{nav('carrierStatements')}</TextLink>
      </p>
      {money.state === 'frozen' ? <p className="text-sm text-warn">{t('frozen')}</p> : null}
    </Card>
  );
}
