import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PlainForm } from '@/components/wallet/plain-form';
import { InnerPage } from '../inner-page';
import { loadWalletView } from '../load-wallet';
import { activateAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('activate.title') };
}

export default async function ActivatePage() {
  const { view } = await loadWalletView('/wallet/activate');
  if (view.wallet || !view.offered) redirect('/wallet');
  const t = await getTranslations('wallet');
  const text = { kind: 'text', autoComplete: 'off' } as const;
  return (
    <InnerPage title={t('activate.title')} lead={t('activate.lead')}>
      <Card>
        <PlainForm
          action={activateAction}
          fields={[
            { ...text, name: 'name', label: t('activate.name'), autoComplete: 'name' },
            { ...text, name: 'idNo', label: t('activate.idNo'), hint: t('activate.idNoHint') },
            {
              name: 'password',
              kind: 'secret',
              label: t('activate.password'),
              hint: t('activate.passwordHint'),
            },
            { name: 'repeat', kind: 'secret', label: t('activate.repeat') },
          ]}
          refusals={{ identity_mismatch: 'idNo' }}
          words={{
            submit: t('activate.submit'),
            pending: t('activate.pending'),
            broken: t('broken'),
          }}
          footnote={t('activate.terms')}
        />
      </Card>
    </InnerPage>
  );
}
