import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { MembersTable } from '@/components/members/members-table';
import { Card } from '@/components/ui/card';
import { listStaff } from '@/lib/auth/list-staff';
import { mayDo, STAFF_ROLES } from '@/lib/core/staff-permissions';
import { OfficeFrame } from '../office-frame';
import { AddForm } from './add-form';
import { addWords } from './staff-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('title') };
}

export default async function StaffPage() {
  const user = await requireStaff('/office/staff', 'staff.read');
  const t = await getTranslations('staff');
  const staff = await listStaff({ by: user });
  const roles = STAFF_ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <OfficeFrame page="staff" user={user} title={t('title')} lead={t('lead')}>
      <Card flush>
        <MembersTable
          room="staff"
          members={staff.map((member) => ({ ...member, role: member.staffRole }))}
          at="/office/staff"
        />
      </Card>
      {mayDo(user.staffRole, 'staff.change') ? (
        <Card className="grid gap-4">
          <div className="grid gap-1">
            <h2 className="text-lg font-semibold">{t('add.title')}</h2>
            <p className="text-sm text-soft">{t('add.lead')}</p>
          </div>
          <AddForm roles={roles} words={addWords(t)} />
        </Card>
      ) : null}
    </OfficeFrame>
  );
}
