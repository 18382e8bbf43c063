import { getTranslations } from 'next-intl/server';
import { CopyText } from '@/components/merchant/copy-text';
import { Card } from '@/components/ui/card';

/** To the byte what is signed and sent. */
export async function BodyCard({ body }: { body: string }) {
  const t = await getTranslations('developers.try');
  const common = await getTranslations('developers.endpoints');
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('event')}</h2>
      <CopyText
        title={t('body')}
        text={body}
        words={{ copy: common('copy'), copied: common('copied') }}
      />
    </Card>
  );
}
