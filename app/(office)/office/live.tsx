import { getTranslations } from 'next-intl/server';
import { LiveWatch } from '@/components/office/live-watch';
import { ASK_EVERY_SECONDS } from '@/lib/support/live-rules';

/**
 * Draws the page again when something about its subject has changed, and shows who else looks at it.
 * `subject` is as `readLiveSubject` reads it ("order:<id>", "queue:<name>"); `mark` comes from `findLiveMark`, asked
 * before anything else of the page is read, so that nothing falls in between.
 */
export async function Live({ subject, mark }: { subject: string; mark: string }) {
  const t = await getTranslations('officeQueues.live');
  return (
    <LiveWatch
      key={subject}
      subject={subject}
      mark={mark}
      everySeconds={ASK_EVERY_SECONDS}
      words={{ one: t.raw('one'), many: t.raw('many'), updated: t('updated') }}
    />
  );
}
