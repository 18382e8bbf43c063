import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatMoney } from '@/lib/money/format-money';
import type { OtherBalance } from '@/lib/wallets/wallet';

/** Balances that this person has at shops, beside the platform's own wallet. */
export function OtherBalances({ others }: { others: readonly OtherBalance[] }) {
  const t = useTranslations('wallet.others');
  const english = useLocale() === 'en';
  if (others.length === 0) return null;
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <ul className="divide-y divide-line">
        {others.map(({ customerId, merchant, balance }) => {
          const name = english ? merchant.nameEn : merchant.name;
          return (
            <li key={customerId}>
              <a
                href={`/wallet/statement?account=${customerId}`}
                aria-label={`${t('open', { merchant: name })} ${formatMoney(balance)}`}
                className="flex min-h-12 items-center justify-between gap-3 py-2 hover:text-accent-text"
              >
                <span className="min-w-0 truncate">{name}</span>
                <span className="font-semibold tabular-nums">{formatMoney(balance)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
