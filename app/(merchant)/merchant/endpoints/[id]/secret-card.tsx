import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import type { WebhookEndpoint } from '@/lib/merchants/endpoint';
import { EndpointButton } from './endpoint-button';
import { RotateForm } from './rotate-form';
import { endFormerAction } from './secret-actions';

/** The secret that events are signed with: replaced without losing one, or at once. */
export async function SecretCard({ endpoint }: { endpoint: WebhookEndpoint }) {
  const t = await getTranslations('developers.secret');
  const common = await getTranslations('developers.endpoints');
  const words = { pending: common('pending'), broken: common('broken') };
  return (
    <Card className="grid max-w-2xl gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {endpoint.previousUntil ? (
        <Notice title={t('two')}>
          <p>
            {t('twoUntil')} <Moment at={endpoint.previousUntil} />
          </p>
          <div className="pt-3">
            <EndpointButton
              action={endFormerAction}
              endpointId={endpoint.id}
              words={{ ...words, submit: t('endFormer') }}
            />
          </div>
        </Notice>
      ) : null}
      <RotateForm
        endpointId={endpoint.id}
        words={{
          ...words,
          submit: t('rotate'),
          atOnce: t('atOnce'),
          atOnceHint: t('atOnceHint'),
          done: t('done'),
          copy: common('copy'),
          copied: common('copied'),
        }}
      />
    </Card>
  );
}
