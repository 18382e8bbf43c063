import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { MembersTable } from '@/components/members/members-table';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { listMembers } from '@/lib/auth/list-members';
import { MerchantFrame } from '../merchant-frame';
import { Invitations } from './invitations';
import { InviteCard } from './invite-card';
import { RolesCard } from './roles-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MembersPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/members', 'member.read');
  const t = await getTranslations('members');
  const { done } = await readQuery(searchParams, { done: z.literal('withdrawn') });
  const { members, invitations } = await listMembers({ by: actor });
  return (
    <MerchantFrame page="members" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t('done.withdrawn')}
        </Notice>
      ) : null}
      <Card flush>
        <MembersTable
          room="members"
          members={members.map((member) => ({ ...member, role: member.merchantRole }))}
          at="/merchant/members"
          own={user.id}
        />
      </Card>
      {invitations.length > 0 ? <Invitations invitations={invitations} /> : null}
      <InviteCard />
      <RolesCard />
    </MerchantFrame>
  );
}
