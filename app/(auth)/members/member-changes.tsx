import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FormAction } from '@/app/_server/action';
import type { Room, ShownMember } from '@/components/members/shown-member';
import { Card } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { ChangeForm } from './change-form';
import type { MemberChange } from './input';
import { RoleForm } from './role-form';

/** What may be done to somebody's account; each with a code of whoever does it. */
export async function MemberChanges({
  room,
  member: { id, role, hasAuthenticator, disabledAt },
  roles,
  actions,
  children,
}: {
  room: Room;
  member: ShownMember;
  roles: readonly string[];
  actions: Record<'role' | 'change', FormAction<never>>;
  /** What only this room can do, folded as the others. */
  children?: ReactNode;
}) {
  const t = await getTranslations(room);
  const shared = { code: t('yourCode'), pending: t('pending'), broken: t('broken') };
  const changes: MemberChange[] = [
    ...(disabledAt ? [] : (['sessions'] as const)),
    ...(hasAuthenticator ? (['authenticator'] as const) : []),
    disabledAt ? 'enable' : 'disable',
  ];
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('change.title')}</h2>
      <RoleForm
        action={actions.role}
        userId={id}
        role={role}
        roles={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        words={{ ...shared, role: t('roleName'), submit: t('change.role') }}
      />
      {changes.map((what) => (
        <Folded key={what} title={t(`change.${what}.title`)}>
          <ChangeForm
            action={actions.change}
            userId={id}
            what={what}
            words={{
              ...shared,
              lead: t(`change.${what}.lead`),
              submit: t(`change.${what}.submit`),
            }}
          />
        </Folded>
      ))}
      {children}
    </Card>
  );
}
