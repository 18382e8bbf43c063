import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { listStops } from '@/lib/carriers/list-stops';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { LiftForm } from './lift-form';

/** Merchants whose payments on a line are stopped, and the way to let them run again. */
export async function Stops({ mayLift }: { mayLift: boolean }) {
  const t = await getTranslations('officeCarriers.stops');
  const live = (await listStops({ by: await staffHere() })).filter(
    ({ liftedAt }) => liftedAt === null,
  );
  const names = await listMerchantNames(live.map(({ merchantId }) => merchantId));
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{live.length === 0 ? t('none') : t('lead')}</p>
      </div>
      {live.map(({ id, merchantId, lineId, month, complaints, payments, stoppedAt }) => (
        <section key={id} className="grid gap-2 border-t border-line pt-4">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            {names.get(merchantId)?.[language] ?? merchantId}
            <Badge tone="bad">{lineId}</Badge>
          </h3>
          <p className="text-sm">{t('why', { month, complaints, payments })}</p>
          <p className="text-sm text-soft">
            {t('since')} <Moment at={stoppedAt} />
          </p>
          {mayLift ? (
            <details>
              <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
                {t('lift')}
              </summary>
              <div className="pt-3">
                <LiftForm
                  stopId={id}
                  words={{
                    cause: t('cause'),
                    causeHint: t('causeHint'),
                    submit: t('submit'),
                    pending: t('pending'),
                    broken: t('broken'),
                  }}
                />
              </div>
            </details>
          ) : null}
        </section>
      ))}
    </Card>
  );
}
