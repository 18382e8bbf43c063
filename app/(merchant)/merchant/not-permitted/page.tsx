import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { MerchantFrame } from '../merchant-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('notPermitted.title') };
}

/** Where somebody lands whose role may not open a page. */
export default async function NotPermittedPage() {
  const { user, actor } = await requireMember('/merchant/not-permitted');
  const t = await getTranslations('members');
  const role = t(`role.${actor.merchantRole}`);
  return (
    <MerchantFrame
      page="overview"
      user={user}
      title={t('notPermitted.title')}
      lead={t('notPermitted.lead', { role })}
    >
      <Card>
        <TextLink href="/merchant">{t('notPermitted.back')}</TextLink>
      </Card>
    </MerchantFrame>
  );
}
