import { getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { RETRY_LADDER_SECONDS } from '@/lib/webhooks/rules';

const HOUR = 3_600;

/** When a notice is tried again, as the deliveries count it. */
export async function RetryLadder() {
  const t = await getTranslations('docs.ladder');
  const wait = (seconds: number): string => {
    if (seconds === 0) return t('atOnce');
    if (seconds < 60) return t('seconds', { n: seconds });
    return seconds < HOUR ? t('minutes', { n: seconds / 60 }) : t('hours', { n: seconds / HOUR });
  };
  const since = (seconds: number): string =>
    seconds < HOUR
      ? wait(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60)
      : t('sum', {
          hours: Math.floor(seconds / HOUR),
          minutes: Math.floor((seconds % HOUR) / 60),
        });
  let total = 0;
  return (
    <DocsTable
      label={t('label')}
      head={[t('try'), t('wait'), t('total')]}
      rows={RETRY_LADDER_SECONDS.map((seconds, place) => {
        total += seconds;
        return { cells: [t('number', { n: place + 1 }), wait(seconds), since(total)] };
      })}
    />
  );
}
