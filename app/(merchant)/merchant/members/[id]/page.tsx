import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { MEMBER_DONE } from '@/app/(auth)/members/input';
import { MemberChanges } from '@/app/(auth)/members/member-changes';
import { MemberAccount } from '@/components/members/member-account';
import { langOf } from '@/components/ui/lang-of';
import { TextLink } from '@/components/ui/text-link';
import { MERCHANT_ROLES } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../../merchant-frame';
import { changeMemberAction, setRoleAction } from './actions';
import { loadMember } from './load-member';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MemberPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Query;
}) {
  const { id } = await params;
  const here = `/merchant/members/${encodeURIComponent(id)}` as const;
  const { user, actor } = await requireMember(here, 'member.read');
  const t = await getTranslations('members');
  const found = await loadMember(id, actor);
  const member = { ...found, role: found.merchantRole };
  const { done } = await readQuery(searchParams, { done: MEMBER_DONE });
  const back = <TextLink href="/merchant/members">{t('all')}</TextLink>;
  return (
    <MerchantFrame
      page="members"
      user={user}
      crumbs={back}
      title={<span lang={langOf(member.displayName)}>{member.displayName}</span>}
      lead={member.email}
    >
      <MemberAccount room="members" member={member} done={done} own={member.id === user.id}>
        <MemberChanges
          room="members"
          member={member}
          roles={MERCHANT_ROLES}
          actions={{ role: setRoleAction, change: changeMemberAction }}
        />
      </MemberAccount>
    </MerchantFrame>
  );
}
