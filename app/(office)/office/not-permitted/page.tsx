import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { OfficeFrame } from '../office-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('notPermitted.title') };
}

/** Where somebody lands whose role may not open a page. */
export default async function NotPermittedPage() {
  const user = await requireStaff('/office');
  const t = await getTranslations('staff');
  const role = t(`role.${user.staffRole}`);
  return (
    <OfficeFrame
      page="overview"
      user={user}
      title={t('notPermitted.title')}
      lead={t('notPermitted.lead', { role })}
    >
      <Card>
        <TextLink href="/office">{t('notPermitted.back')}</TextLink>
      </Card>
    </OfficeFrame>
  );
}
