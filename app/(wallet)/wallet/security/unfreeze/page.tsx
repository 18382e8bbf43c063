import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PlainForm } from '@/components/wallet/plain-form';
import { PROOF_REFUSALS, proofFields } from '../../form-words';
import { InnerPage } from '../../inner-page';
import { loadWallet } from '../../load-wallet';
import { unfreezeAction, unfreezeCodeAction } from '../actions';
import { AskForCode } from '../ask-for-code';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('unfreeze.title') };
}

export default async function UnfreezePage() {
  const { user, wallet } = await loadWallet('/wallet/security/unfreeze');
  if (wallet.state !== 'frozen') redirect('/wallet/security');
  const t = await getTranslations('wallet');
  const { code, password } = await proofFields();
  const back = { back: '/wallet/security', backWords: t('security.title') };
  return (
    <InnerPage title={t('unfreeze.title')} lead={t('unfreeze.lead')} {...back}>
      <AskForCode action={unfreezeCodeAction} user={user} />
      <Card>
        <PlainForm
          action={unfreezeAction}
          fields={[code, password]}
          refusals={PROOF_REFUSALS}
          words={{
            submit: t('unfreeze.submit'),
            pending: t('unfreeze.pending'),
            broken: t('broken'),
          }}
        />
      </Card>
    </InnerPage>
  );
}
