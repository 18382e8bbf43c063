import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { MEMBER_DONE } from '@/app/(auth)/members/input';
import { MemberAccount } from '@/components/members/member-account';
import { TextLink } from '@/components/ui/text-link';
import { mayDo } from '@/lib/core/staff-permissions';
import { OfficeFrame } from '../../office-frame';
import { loadMember } from './load-member';
import { StaffChanges } from './staff-changes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('title') };
}

export default async function MemberPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Query;
}) {
  const { id } = await params;
  const user = await requireStaff(`/office/staff/${encodeURIComponent(id)}`, 'staff.read');
  const t = await getTranslations('staff');
  const found = await loadMember(id, user);
  const member = { ...found, role: found.staffRole };
  const { done } = await readQuery(searchParams, { done: MEMBER_DONE });
  return (
    <OfficeFrame page="staff" user={user} title={member.displayName} lead={member.email}>
      <p>
        <TextLink href="/office/staff">{t('all')}</TextLink>
      </p>
      <MemberAccount room="staff" member={member} done={done} own={member.id === user.id}>
        {mayDo(user.staffRole, 'staff.change') ? <StaffChanges member={member} /> : null}
      </MemberAccount>
    </OfficeFrame>
  );
}
