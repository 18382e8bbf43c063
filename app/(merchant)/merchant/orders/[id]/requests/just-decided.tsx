import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

/** What was just decided, on the page that follows. */
export async function JustDecided({ as }: { as: 'approved' | 'declined' }) {
  const t = await getTranslations('refunds.decide');
  return (
    <Notice tone="ok" role="status">
      {t(as)}
    </Notice>
  );
}
