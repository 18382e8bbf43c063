import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/text-link';

/** The way back up. */
export async function BackToEndpoints() {
  const t = await getTranslations('developers.endpoints');
  return (
    <p className="text-sm">
      <TextLink href="/merchant/endpoints">{t('title')}</TextLink>
    </p>
  );
}
