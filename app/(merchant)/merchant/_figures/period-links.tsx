import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { PERIODS, type Period } from '@/lib/insights/rules';

/** Of how many days the figures are, and the way to the other numbers of days. */
export async function PeriodLinks({ days }: { days: Period }) {
  const t = await getTranslations('merchantFigures.period');
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-2">
      {PERIODS.map((period) => (
        <LinkButton
          key={period}
          href={period === 1 ? '/merchant' : `/merchant?days=${period}`}
          variant={period === days ? 'secondary' : 'quiet'}
          aria-current={period === days ? 'page' : undefined}
        >
          {period === 1 ? t('today') : t('days', { days: period })}
        </LinkButton>
      ))}
    </nav>
  );
}
