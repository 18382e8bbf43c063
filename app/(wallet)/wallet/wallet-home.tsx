import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReaderTools } from '@/app/_server/page-frame';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import { signOutAction } from '@/app/(auth)/sign-out-actions';
import { WalletFrame } from '@/components/wallet/wallet-frame';
import type { CurrentUser } from '@/lib/auth/user';

/** The wallet's first page: whose it is, and the way out. */
export async function WalletHome({
  user,
  wide,
  children,
}: {
  user: CurrentUser;
  wide: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations();
  const signOut = (
    <OneButtonForm
      action={signOutAction}
      variant="quiet"
      words={{
        submit: t('signIn.signOut.here'),
        pending: t('signIn.signOut.pending'),
        broken: t('signIn.broken'),
      }}
    />
  );
  const tools = (
    <>
      {signOut}
      <ReaderTools />
    </>
  );
  return (
    <WalletFrame brand={t('common.product')} tools={tools} wide={wide}>
      <div className="flex items-baseline justify-between gap-3 pt-1 pb-4">
        <h1 className="text-2xl font-bold">{t('wallet.title')}</h1>
        <p className="text-sm text-soft tabular-nums">{user.phoneMasked}</p>
      </div>
      {children}
    </WalletFrame>
  );
}
