import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { PageFrame } from './_server/page-frame';

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <PageFrame brand={t('product')} width="narrow">
      <title>{`${t('notFound.title')} · ${t('product')}`}</title>
      <Message title={t('notFound.title')} body={t('notFound.body')}>
        <LinkButton href="/" variant="secondary" block>
          {t('notFound.home')}
        </LinkButton>
      </Message>
    </PageFrame>
  );
}
