import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { screenOf } from '@/components/cashier/screen';
import { loadHolder } from '../../load-holder';
import { loadCard } from '../load-card';
import { SigningPage } from './signing-page';

type Props = {
  params: Promise<{ token: string; card: string }>;
  searchParams: Promise<Partial<Record<'for' | 'again' | 'unsure', string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.code'))('title') };
}

/** The code that binds a card, or (`?for=`) signs a bound one on the channel that a payment needs. */
export default async function CodePage({ params, searchParams }: Props) {
  const [{ token, card: agreementId }, query] = await Promise.all([params, searchParams]);
  const further = typeof query.for === 'string' ? query.for : undefined;
  const page = `cards/${agreementId}/code${further ? `?for=${encodeURIComponent(further)}` : ''}`;
  const { view, userId } = await loadHolder(token, page);
  // Paid elsewhere, or over: no code is wanted any more.
  if (screenOf(view) !== 'choosing') redirect(`/pay/${token}`);
  const channel = further ? { channelAgreementId: further } : {};
  const loaded = await loadCard({ agreementId, userId, ...channel, now: view.now });
  // Unbound meanwhile, or never this shopper's: the list says which cards there are.
  if (!loaded) redirect(`/pay/${token}/cards`);
  const { card, signing } = loaded;
  if (signing.kind === 'active') {
    redirect(`/pay/${token}?card=${agreementId}${further ? '' : '&bound=1'}`);
  }
  return (
    <SigningPage
      view={view}
      signing={signing}
      card={card}
      hidden={{ token, agreementId, ...(further ? { for: further } : {}) }}
      again={query.again === '1'}
      unsure={query.unsure === '1'}
    />
  );
}
