import { getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { GOING_LIVE_CHECKS } from '@/lib/insights/going-live';

/** The list that the console ticks, before anybody has signed in. */
export async function Checks() {
  const [t, words] = await Promise.all([
    getTranslations('docs.checks'),
    getTranslations('goingLive.checks'),
  ]);
  return (
    <DocsTable
      label={t('label')}
      head={[t('what'), t('why')]}
      rows={GOING_LIVE_CHECKS.map((check) => ({
        cells: [words(`${check}.what`), words(`${check}.why`)],
      }))}
    />
  );
}
