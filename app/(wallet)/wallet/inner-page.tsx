import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReaderTools } from '@/app/_server/page-frame';
import { Icon } from '@/components/wallet/icon';
import { WalletFrame } from '@/components/wallet/wallet-frame';

/** A page inside the wallet: the way back, what it is about, and the thing itself. */
export async function InnerPage({
  title,
  lead,
  back = '/wallet',
  backWords,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  back?: string;
  backWords?: string;
  children: ReactNode;
}) {
  const t = await getTranslations('wallet');
  const backLink = (
    <a
      href={back}
      className="-ms-2 inline-flex min-h-11 items-center gap-1 pe-2 text-sm font-medium text-accent-text"
    >
      <Icon name="back" className="size-5 rtl:-scale-x-100" />
      {backWords ?? t('back')}
    </a>
  );
  return (
    <WalletFrame brand={backLink} tools={<ReaderTools />}>
      <div className="grid gap-1.5 pt-2 pb-5">
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead ? <p className="text-soft">{lead}</p> : null}
      </div>
      <div className="grid gap-4">{children}</div>
    </WalletFrame>
  );
}
