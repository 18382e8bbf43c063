import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QrCode } from '@/components/cashier/qr-code';
import { totpAddress } from '@/lib/auth/totp';
import { readNext, type SearchParams } from '../../read-next';
import { SignInPage } from '../../sign-in-page';
import { pendingEnrolment } from '../pending-staff';
import { AuthenticatorForm } from './authenticator-form';
import { enrolWords } from './enrol-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('enrol.title') };
}

export default async function AuthenticatorPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations('staff');
  const next = await readNext(searchParams);
  const { secret, email, role } = await pendingEnrolment(next);
  return (
    <SignInPage
      title={t('enrol.title')}
      lead={t(role === 'office' ? 'enrol.lead' : 'enrol.leadMember')}
      roles={[role]}
      next={next}
    >
      <div className="grid gap-5">
        <p className="text-sm">{t('enrol.scan')}</p>
        <div className="mx-auto w-full max-w-56">
          <QrCode content={totpAddress(secret, email)} label={t('enrol.qr')} />
        </div>
        <p className="text-sm text-soft">
          {t('enrol.byHand')}{' '}
          <span className="font-mono break-all select-all text-ink">{grouped(secret)}</span>
        </p>
        <AuthenticatorForm role={role} email={email} next={next} words={enrolWords(t)} />
      </div>
    </SignInPage>
  );
}

/** In fours: as people copy it. Authenticators skip the spaces. */
const grouped = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ');
