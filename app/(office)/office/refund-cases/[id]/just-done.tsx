import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { Act } from './acts';
import type { CaseScene } from './case-scene';

/** What the person just did, on the page that follows. */
export async function JustDone({ act, scene }: { act: Act; scene: CaseScene }) {
  const t = await getTranslations('officeCase.acts');
  const isLast = act === 'approve' && scene.refundCase.state === 'approved';
  return (
    <Notice tone="ok" role="status">
      {isLast ? t('approve.all') : t(`${act}.done`)}
    </Notice>
  );
}
