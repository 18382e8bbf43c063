import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { readNext, type SearchParams } from '../read-next';
import { SignInPage } from '../sign-in-page';
import { withNext } from '../with-next';
import { StaffForm } from './staff-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('staff.title') };
}

export default async function StaffSignInPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations('signIn');
  const next = await readNext(searchParams);
  const shopperDoor = (
    <LinkButton href={withNext('/sign-in', next)} variant="quiet">
      {t('staff.toShopper')}
    </LinkButton>
  );
  return (
    <SignInPage
      title={t('staff.title')}
      lead={t('staff.lead')}
      roles={['merchant', 'office']}
      next={next}
      below={shopperDoor}
    >
      <StaffForm
        next={next}
        words={{
          email: t('staff.email'),
          password: t('staff.password'),
          submit: t('staff.submit'),
          pending: t('staff.pending'),
          broken: t('broken'),
        }}
      />
    </SignInPage>
  );
}
