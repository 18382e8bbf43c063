import { getTranslations } from 'next-intl/server';
import { CopyText } from '@/components/merchant/copy-text';
import { Card } from '@/components/ui/card';
import type { Signing } from '@/lib/merchants/get-signing';

/** What our SM2 signatures are verified with, in the two forms that libraries take. */
export async function PlatformKeyCard({ platform }: Pick<Signing, 'platform'>) {
  const t = await getTranslations('paymentLinks.signatures.platform');
  const words = { copy: t('copy'), copied: t('copied') };
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      <CopyText title={t('id')} text={platform.id} words={words} />
      <CopyText title={t('hex')} text={platform.publicKey} words={words} />
      <CopyText title={t('pem')} text={platform.pem.trim()} words={words} />
    </Card>
  );
}
