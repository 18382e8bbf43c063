import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { SecondPress } from '@/app/(auth)/second-press';
import { Badge } from '@/components/ui/badge';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import type { BreakerOverride } from '@/lib/channel-health/override';
import { mayDo } from '@/lib/core/staff-permissions';
import { ConfirmOverrideForm } from './confirm-override-form';
import { endOverrideAction } from './override-actions';

/** One breaker that is held by hand or is to be, with what this reader can do about it. */
export async function HeldBreaker({
  override: { id, force, reason, endsAt, ...override },
  which,
  user,
  proposedBy,
  confirmedBy,
}: {
  override: BreakerOverride;
  which: string;
  user: StaffUser;
  /** Names. */
  proposedBy: string;
  confirmedBy: string | null;
}) {
  const t = await getTranslations('officeBreakers');
  const own = override.proposedBy === user.id;
  const mayConfirm = confirmedBy === null && !own && mayDo(user.staffRole, 'breaker.confirm');
  return (
    <li className="grid gap-2 border-t border-line pt-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{which}</span>
        <Badge tone={force === 'open' ? 'bad' : 'ok'}>{t(`force.${force}`)}</Badge>
        <Badge tone={confirmedBy ? 'accent' : 'warn'}>{t(confirmedBy ? 'holds' : 'waits')}</Badge>
        <span>
          {t('until')}
          <Moment at={endsAt} />
        </span>
      </p>
      <p className="text-sm text-soft">
        <span lang={langOf(reason)}>{reason}</span>
        {' · '}
        {t('by', { name: proposedBy })}
        {confirmedBy ? ` · ${t('confirmedBy', { name: confirmedBy })}` : null}
      </p>
      {own && confirmedBy === null ? <p className="text-sm text-soft">{t('ownWait')}</p> : null}
      {mayConfirm ? (
        <ConfirmOverrideForm
          id={id}
          words={{
            code: t('code'),
            codeHint: t('codeHint'),
            submit: t('confirm'),
            this: t('confirmThis', { which }),
            pending: t('pending'),
            broken: t('broken'),
          }}
        />
      ) : null}
      {mayDo(user.staffRole, 'breaker.propose') ? (
        <SecondPress
          action={endOverrideAction}
          subject={{ name: 'id', value: id }}
          opens={{ label: t('end'), this: t('endThis', { which }) }}
          words={{
            lead: t('endLead'),
            confirm: t('endConfirm'),
            pending: t('pending'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </li>
  );
}
