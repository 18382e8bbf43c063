import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/app/(auth)/code-form';
import { LinkButton } from '@/components/ui/link-button';
import { readNext, type SearchParams } from '../../read-next';
import { SignInPage } from '../../sign-in-page';
import { withNext } from '../../with-next';
import { staffCodeAction } from '../actions';
import { DemoAuthenticator } from '../demo-authenticator';
import { pendingStaff } from '../pending-staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('code.title') };
}

export default async function StaffCodePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations('staff');
  const next = await readNext(searchParams);
  const { email, role } = await pendingStaff(next);
  return (
    <SignInPage
      title={t('code.title')}
      lead={t('code.lead', { email })}
      roles={[role]}
      next={next}
      below={
        <>
          <LinkButton href={withNext('/sign-in/staff', next)} variant="quiet">
            {t('code.again')}
          </LinkButton>
          <DemoAuthenticator />
        </>
      }
    >
      <CodeForm
        action={staffCodeAction}
        next={next}
        words={{
          code: t('code.label'),
          codeHint: t('code.hint'),
          submit: t('code.submit'),
          pending: t('code.pending'),
          broken: t('broken'),
        }}
      />
    </SignInPage>
  );
}
