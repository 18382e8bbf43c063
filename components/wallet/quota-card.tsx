import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { Quota } from '@/lib/persons/quota';

/** How much may still be paid, before anybody tries; and what would raise it. */
export function QuotaCard({ quota }: { quota: Quota }) {
  const t = useTranslations('wallet.quota');
  const { period, day } = quota;
  // A day never has more left than the whole period has.
  const [one, two] = [less(day.leftOneFactor, period.left), less(day.leftTwoFactors, period.left)];
  return (
    <Card className="grid gap-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('class', { class: quota.class })}</p>
      </div>
      <Bar
        label={t(period.kind === 'total' ? 'total' : 'year')}
        left={period.left}
        share={shareOf(period.used, period.limit)}
        detail={t('of', { limit: formatMoney(period.limit), used: formatMoney(period.used) })}
      />
      <Bar
        label={t('day')}
        left={two}
        share={shareOf(day.used, sum(day.used, two))}
        detail={t('dayRule', { one: formatMoney(one), two: formatMoney(two) })}
      />
      <div className="grid gap-2 text-sm text-faint">
        {quota.class === 'I' ? null : <p>{t('note')}</p>}
        <p>{t(`raise.${quota.class}`)}</p>
        {quota.class === 'III' ? null : (
          <p>
            <a
              href="/wallet/cards"
              className="inline-flex min-h-11 items-center font-medium text-accent-text"
            >
              {t('addCard')}
            </a>
          </p>
        )}
      </div>
    </Card>
  );
}

const sum = (a: Money, b: Money): Money => ({ ...a, amountMinor: a.amountMinor + b.amountMinor });
const less = (a: Money, b: Money): Money => (a.amountMinor < b.amountMinor ? a : b);

/** Per cent used, whole; a bar never says more than a person can see. */
const shareOf = (used: Money, limit: Money): number =>
  limit.amountMinor > 0n ? Number((used.amountMinor * 100n) / limit.amountMinor) : 100;

function Bar({
  label,
  left,
  share,
  detail,
}: {
  label: string;
  left: Money;
  share: number;
  detail: string;
}) {
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-sm text-soft">{label}</p>
        <p className="font-semibold tabular-nums">{formatMoney(left)}</p>
      </div>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-line">
        <div
          className="h-full rounded-full bg-accent"
          style={{ width: `${Math.min(share, 100)}%` }}
        />
      </div>
      <p className="text-xs text-faint tabular-nums">{detail}</p>
    </div>
  );
}
