import { getTranslations } from 'next-intl/server';
import { fileFormRoute } from '@/app/_server/file-form-route';
import { memberActor, memberMay } from '@/app/_server/member';
import { openPreview } from '@/lib/orders/open-preview';

/** A plain form, since the shopper's page is another area: only a full load of it has its own policy. */
export const POST = fileFormRoute({
  may: memberMay('settings.read'),
  run: async (_form, user) => {
    const t = await getTranslations('merchantFigures.preview');
    const { payToken } = await openPreview({ by: memberActor(user), subject: t('subject') });
    return `/pay/${payToken}`;
  },
  otherwise: (report) =>
    report.kind === 'broken'
      ? `/merchant/appearance?broken=${report.reference}`
      : `/merchant/appearance?refused=${report.refusal.code}`,
});
