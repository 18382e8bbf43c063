import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/_server/page-frame';
import { Message } from '@/components/ui/message';

export default async function UnknownOrder() {
  const t = await getTranslations();
  return (
    <PageFrame brand={t('common.product')} width="narrow">
      <Message
        mark="warn"
        title={t('cashier.unknownOrder.title')}
        body={t('cashier.unknownOrder.body')}
      />
    </PageFrame>
  );
}
