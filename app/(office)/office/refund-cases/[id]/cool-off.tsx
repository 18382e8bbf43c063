import { getTranslations } from 'next-intl/server';
import { Countdown } from '@/components/cashier/countdown';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import type { CaseScene } from './case-scene';

/** Until when an approved payout can still be stopped; nothing in any other state. */
export async function CoolOff({ scene }: { scene: CaseScene }) {
  const { state, sendAt } = scene.refundCase;
  if (state !== 'approved' || !sendAt) return null;
  const t = await getTranslations('officeCase.acts');
  return (
    <Notice tone="accent">
      <p>{t.rich('cool', { at: () => <Moment at={sendAt} /> })}</p>
      <Countdown
        nowMs={scene.now.getTime()}
        untilMs={sendAt.getTime()}
        label={t('coolLeft')}
        fiveMinutes={t('coolFive')}
        oneMinute={t('coolOne')}
      />
    </Notice>
  );
}
