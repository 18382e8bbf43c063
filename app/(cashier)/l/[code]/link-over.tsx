import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import type { Standing } from '@/lib/payment-links/payment-link';

/** The link makes no order now: why, that nothing was taken, and what can be done. */
export async function LinkOver({ how }: { how: Exclude<Standing, 'open'> }) {
  const t = await getTranslations('paymentLinks.over');
  return (
    <Message
      mark={how === 'busy' ? 'waiting' : 'info'}
      title={t(`${how}.title`)}
      body={
        <div className="grid gap-1">
          <p>{t(`${how}.what`)}</p>
          <p className="font-medium text-ink">{t('money')}</p>
        </div>
      }
    >
      {/* The same address again: a use may be free by then. */}
      {how === 'busy' ? (
        <LinkButton href="?" variant="secondary" block>
          {t('again')}
        </LinkButton>
      ) : null}
      <LinkButton href="/receipt" variant="quiet" block>
        {t('receipt')}
      </LinkButton>
    </Message>
  );
}
