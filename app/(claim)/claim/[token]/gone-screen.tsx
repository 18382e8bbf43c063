import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/_server/page-frame';
import { LinkButton } from '@/components/ui/link-button';
import { StatusMark } from '@/components/ui/status-mark';

/** Why a link does nothing (any more), and how to get another one. */
export async function GoneScreen({
  why,
}: {
  why: 'unknown' | 'expired' | 'over' | 'other_browser' | 'awaiting_approval';
}) {
  const [t, common] = await Promise.all([getTranslations('claim.gone'), getTranslations('common')]);
  return (
    <PageFrame brand={common('product')} width="narrow">
      <div className="grid justify-items-center gap-4 pt-10 text-center">
        <StatusMark kind="info" />
        <h1 className="text-2xl font-bold">{t(why)}</h1>
        <p className="text-soft">{t(`${why}Lead`)}</p>
        {why === 'unknown' || why === 'expired' ? (
          <p className="text-sm text-soft">{t('how')}</p>
        ) : null}
        <LinkButton href="/receipt" block>
          {t('track')}
        </LinkButton>
      </div>
    </PageFrame>
  );
}
