import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import type { Purchase } from '@/lib/demo/purchase';
import type { ReturnWord } from '@/lib/demo/read-return';

/** Paid only by the shop's own books; the cashier's signed word is passed on as that and no more. */
export async function OrderState({ purchase, word }: { purchase: Purchase; word: ReturnWord }) {
  const t = await getTranslations('demo.order');
  const paid = purchase.state === 'paid';
  const told = !paid && word === 'paid';
  return (
    <>
      <div role="status">
        {paid ? (
          <Notice tone="ok" title={t('paid.title')}>
            {t('paid.body')}
          </Notice>
        ) : told ? (
          <Notice tone="accent" title={<Waiting words={t('told.title')} />}>
            {t('told.body')}
          </Notice>
        ) : (
          <Notice tone="warn" title={t('placed.title')}>
            {t('placed.body')}
          </Notice>
        )}
      </div>
      {word === 'unsigned' && !paid ? <Notice tone="bad">{t('unsigned')}</Notice> : null}
      {paid || told ? null : (
        <form action={`/demo/orders/${purchase.orderNo}/pay`} method="post">
          <Button type="submit" block size="lg">
            {t('pay')}
          </Button>
        </form>
      )}
    </>
  );
}

function Waiting({ words }: { words: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Spinner />
      {words}
    </span>
  );
}
