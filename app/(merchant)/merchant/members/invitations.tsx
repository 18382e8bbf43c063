import { getTranslations } from 'next-intl/server';
import { SecondPress } from '@/app/(auth)/second-press';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import type { Invitation } from '@/lib/auth/member';
import { withdrawAction } from './actions';

/** Who was asked to join and has not answered, each with the way to withdraw it. */
export async function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = await getTranslations('members');
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('invitations.title')}</h2>
      <ul className="divide-y divide-line border-t border-line">
        {invitations.map(({ id, email, merchantRole, expiresAt, isOver }) => (
          <li key={id} className="grid gap-1 px-5 py-3 sm:px-6">
            <p className="flex flex-wrap items-center gap-x-2 font-medium">
              <span className="break-all">{email}</span>
              <Badge>{t(`role.${merchantRole}`)}</Badge>
              {isOver ? <Badge tone="warn">{t('invitations.over')}</Badge> : null}
            </p>
            <p className="text-sm text-soft">
              {t('invitations.until')} <Moment at={expiresAt} />
            </p>
            <SecondPress
              action={withdrawAction}
              subject={{ name: 'invitationId', value: id }}
              opens={{
                label: t('invitations.withdraw'),
                this: t('invitations.withdrawThis', { email }),
              }}
              words={{
                lead: t('invitations.withdrawLead'),
                confirm: t('invitations.confirm'),
                pending: t('pending'),
                broken: t('broken'),
              }}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
