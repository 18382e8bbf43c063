import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { isRefusal } from '@/lib/core/errors';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { resendDeliveries } from '@/lib/webhooks/resend-deliveries';
import { type AskedRange, rangeOf } from './input';
import { SendForm } from './send-form';

/** How many those are, and the button that sends them. */
export async function RangeCount({ by, asked }: { by: MerchantActor; asked: AskedRange }) {
  const t = await getTranslations('developers.resend');
  const common = await getTranslations('developers.deliveries');
  const counted = await resendDeliveries({ by, ...rangeOf(asked), countOnly: true }).catch(
    (error: unknown) => {
      if (isRefusal(error) && error.code === 'endpoint_not_found') return undefined;
      throw error;
    },
  );
  if (!counted) return <Notice tone="bad">{t('noEndpoint')}</Notice>;
  const { count } = counted;
  if (count === 0) return <Card className="max-w-2xl text-soft">{t('nothing')}</Card>;
  return (
    <Card className="grid max-w-2xl gap-4">
      <p className="font-medium" role="status">
        {t('found', { count })}
      </p>
      <SendForm
        asked={asked}
        words={{
          submit: t('submit', { count }),
          pending: common('pending'),
          broken: common('broken'),
        }}
      />
    </Card>
  );
}
