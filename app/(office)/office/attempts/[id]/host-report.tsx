import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';

/** What the payer's app or browser said when it came back; nothing where it said nothing. */
export async function HostReport({ hostResult }: { hostResult: string | null }) {
  if (!hostResult) return null;
  const t = await getTranslations('office.attempt');
  const key = `hostResult.${hostResult}`;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('hostTitle')}</h2>
      <p>
        <span className="text-soft">{t('hostSays')}</span> {t.has(key) ? t(key) : hostResult}
      </p>
      <Notice tone="warn">{t('unverified')}</Notice>
    </Card>
  );
}
