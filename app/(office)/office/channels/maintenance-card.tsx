import { getTranslations } from 'next-intl/server';
import { SecondPress } from '@/app/(auth)/second-press';
import { Card } from '@/components/ui/card';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import type { MaintenanceWindow } from '@/lib/channel-health/maintenance';
import type { ContractChannel } from '@/lib/contracts/contract';
import { revokeMaintenanceAction } from './maintenance-actions';
import { MaintenanceForm } from './maintenance-form';

/** When channels take nothing new: what is planned, and planning and cancelling it. */
export async function MaintenanceCard({
  planned,
  channels,
  mayPlan,
  done,
}: {
  planned: readonly MaintenanceWindow[];
  channels: readonly ContractChannel[];
  mayPlan: boolean;
  /** What the page before this one did. */
  done: 'planned' | 'cancelled' | null;
}) {
  const t = await getTranslations('office.channels.maintenance');
  const shared = await getTranslations('office.channels');
  const name = await getTranslations('office.channel');
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          {t(done)}
        </Notice>
      ) : null}
      {planned.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
      <ul className="grid gap-4 empty:hidden">
        {planned.map(({ id, channel, startsAt, endsAt, reason }) => (
          <li key={id} className="grid gap-1 border-t border-line pt-4">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-semibold">{name(channel)}</span>
              <span>
                <Moment at={startsAt} /> – <Moment at={endsAt} />
              </span>
            </p>
            <p className="text-sm text-soft" lang={langOf(reason)}>
              {reason}
            </p>
            {mayPlan ? (
              <SecondPress
                action={revokeMaintenanceAction}
                subject={{ name: 'id', value: id }}
                opens={{ label: t('cancel'), this: t('cancelThis', { channel: name(channel) }) }}
                words={{
                  lead: t('cancelLead'),
                  confirm: t('cancelConfirm'),
                  pending: shared('agreeing'),
                  broken: shared('broken'),
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayPlan ? (
        <details>
          <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
            {t('plan')}
          </summary>
          <div className="pt-3">
            <MaintenanceForm
              channels={channels.map((channel) => ({ value: channel, label: name(channel) }))}
              words={{
                channel: shared('channel'),
                from: t('from'),
                until: t('until'),
                timeHint: t('timeHint'),
                reason: t('reason'),
                reasonHint: shared('causeHint'),
                submit: t('submit'),
                pending: shared('agreeing'),
                broken: shared('broken'),
              }}
            />
          </div>
        </details>
      ) : null}
    </Card>
  );
}
