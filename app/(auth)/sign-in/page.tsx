import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { requestCodeAction } from './actions';
import { PhoneForm } from './phone-form';
import { readNext, type SearchParams } from './read-next';
import { SignInPage } from './sign-in-page';
import { withNext } from './with-next';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('shopper.title') };
}

export default async function ShopperSignInPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations('signIn');
  const next = await readNext(searchParams);
  const staffDoor = (
    <LinkButton href={withNext('/sign-in/staff', next)} variant="quiet">
      {t('shopper.toStaff')}
    </LinkButton>
  );
  return (
    <SignInPage
      title={t('shopper.title')}
      lead={t('shopper.lead')}
      roles={['shopper']}
      next={next}
      below={staffDoor}
    >
      <PhoneForm
        action={requestCodeAction}
        next={next}
        words={{
          phone: t('phone.label'),
          phoneHint: t('phone.hint'),
          submit: t('phone.submit'),
          pending: t('phone.pending'),
          broken: t('broken'),
        }}
      />
    </SignInPage>
  );
}
