import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import type { PayloadSubject } from '@/lib/support/payload';
import { RevealForm } from './reveal-form';

/** Asks why before a channel's message is shown, and shows it once that is on record. */
export async function RevealCard({ orderId, kind, id }: PayloadSubject) {
  const t = await getTranslations('officeOrders.reveal');
  return (
    <Card id="reveal" className="grid gap-3">
      <h2 className="text-lg font-semibold">{t(`title.${kind}`)}</h2>
      <p className="text-sm text-soft">{t('lead')}</p>
      <RevealForm
        key={id}
        subject={{ orderId, kind, id }}
        words={{
          why: t('why'),
          whyHint: t('whyHint'),
          submit: t('submit'),
          pending: t('pending'),
          broken: t('broken'),
          done: t('done'),
          empty: t('empty'),
          withheld: t.raw('withheld'),
          masked: t('masked'),
          whole: t('whole'),
        }}
      />
    </Card>
  );
}
