import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cny } from '@/lib/money/money';
import { InnerPage } from '../../inner-page';
import { loadWallet } from '../../load-wallet';
import { readParam, type SearchParams } from '../../read-param';
import { ConfirmForm } from './confirm-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('confirm.title') };
}

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const { user, wallet } = await loadWallet('/wallet/withdraw');
  const chosen = await readParam(searchParams, 'card');
  const fen = await readParam(searchParams, 'fen', /^[1-9][0-9]{0,12}$/);
  const card = wallet.cards.find(({ id }) => id === chosen);
  if (!card || !fen) redirect('/wallet/withdraw');
  const t = await getTranslations('wallet.confirm');
  return (
    <InnerPage
      title={t('title')}
      lead={t('sentTo', { phone: user.phoneMasked ?? '' })}
      back={`/wallet/withdraw?card=${card.id}`}
      backWords={t('back')}
    >
      <ConfirmForm card={card} amount={cny(BigInt(fen))} />
    </InnerPage>
  );
}
