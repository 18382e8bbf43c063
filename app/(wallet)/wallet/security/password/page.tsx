import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PlainForm } from '@/components/wallet/plain-form';
import { PROOF_REFUSALS, proofFields } from '../../form-words';
import { InnerPage } from '../../inner-page';
import { loadWallet } from '../../load-wallet';
import { passwordCodeAction, resetAction } from '../actions';
import { AskForCode } from '../ask-for-code';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('reset.title') };
}

export default async function PasswordPage() {
  const { user } = await loadWallet('/wallet/security/password');
  const t = await getTranslations('wallet');
  const { code, password } = await proofFields();
  const back = { back: '/wallet/security', backWords: t('security.title') };
  return (
    <InnerPage title={t('reset.title')} lead={t('reset.lead')} {...back}>
      <AskForCode action={passwordCodeAction} user={user} />
      <Card>
        <PlainForm
          action={resetAction}
          fields={[
            code,
            { name: 'idNo', kind: 'text', label: t('reset.idNo'), autoComplete: 'off' },
            { ...password, label: t('reset.password') },
            { name: 'repeat', kind: 'secret', label: t('reset.repeat') },
          ]}
          refusals={{ ...PROOF_REFUSALS, identity_unproved: 'idNo' }}
          words={{ submit: t('reset.submit'), pending: t('reset.pending'), broken: t('broken') }}
        />
      </Card>
    </InnerPage>
  );
}
