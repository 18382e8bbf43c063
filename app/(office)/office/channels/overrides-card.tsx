import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import type { ChannelHealth } from '@/lib/channel-health/health';
import { listOverrides } from '@/lib/channel-health/list-overrides';
import { mayDo } from '@/lib/core/staff-permissions';
import { HeldBreaker } from './held-breaker';
import { overrideChoices, whichWords } from './override-choices';
import { OverrideForm } from './override-form';

/** Breakers that are held by hand, what waits for a second person, and asking for it. */
export async function OverridesCard({
  health,
  user,
  done,
}: {
  health: readonly ChannelHealth[];
  user: StaffUser;
  done: 'proposed' | 'confirmed' | 'ended' | undefined;
}) {
  const t = await getTranslations('officeBreakers');
  const overrides = await listOverrides({ by: user });
  const people = overrides.flatMap(({ proposedBy, confirmedBy }) => [
    proposedBy,
    confirmedBy ?? '',
  ]);
  const names = await listStaffNames([...new Set(people)]);
  const which = await whichWords();
  const nameOf = (id: string) => names.get(id)?.displayName ?? id;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      {overrides.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
      <ul className="grid gap-4 empty:hidden">
        {overrides.map((override) => (
          <HeldBreaker
            key={override.id}
            override={override}
            which={which(override)}
            user={user}
            proposedBy={nameOf(override.proposedBy)}
            confirmedBy={override.confirmedBy === null ? null : nameOf(override.confirmedBy)}
          />
        ))}
      </ul>
      {mayDo(user.staffRole, 'breaker.propose') ? (
        <details>
          <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
            {t('propose')}
          </summary>
          <div className="grid gap-3 pt-3">
            <p className="text-sm text-soft">{t('forceHint.open')}</p>
            <p className="text-sm text-soft">{t('forceHint.closed')}</p>
            <OverrideForm
              {...(await overrideChoices(health))}
              words={{
                which: t('which'),
                what: t('what'),
                minutes: t('minutes'),
                reason: t('reason'),
                reasonHint: t('reasonHint'),
                submit: t('proposeSubmit'),
                pending: t('pending'),
                broken: t('broken'),
              }}
            />
          </div>
        </details>
      ) : null}
    </Card>
  );
}
