import { getTranslations } from 'next-intl/server';
import { MemberChanges } from '@/app/(auth)/members/member-changes';
import type { ShownMember } from '@/components/members/shown-member';
import { Folded } from '@/components/ui/folded';
import { STAFF_ROLES } from '@/lib/core/staff-permissions';
import { changeStaffAction, setRoleAction } from './actions';
import { PasswordForm } from './password-form';

/** What an administrator may do to somebody's account. */
export async function StaffChanges({ member }: { member: ShownMember }) {
  const t = await getTranslations('staff');
  return (
    <MemberChanges
      room="staff"
      member={member}
      roles={STAFF_ROLES}
      actions={{ role: setRoleAction, change: changeStaffAction }}
    >
      <Folded title={t('change.password.title')}>
        <PasswordForm
          userId={member.id}
          words={{
            code: t('yourCode'),
            pending: t('pending'),
            broken: t('broken'),
            lead: t('change.password.lead'),
            submit: t('change.password.submit'),
            done: t('change.password.done'),
            password: t('add.password'),
          }}
        />
      </Folded>
    </MemberChanges>
  );
}
