import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadHolder } from '../../load-holder';
import { loadCard } from '../load-card';
import { UnbindScreen } from './unbind-screen';

type Params = { params: Promise<{ token: string; card: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.unbind'))('title') };
}

export default async function UnbindPage({ params }: Params) {
  const { token, card: agreementId } = await params;
  const { view, userId } = await loadHolder(token, `cards/${agreementId}/unbind`);
  const loaded = await loadCard({ agreementId, userId, now: view.now });
  // Unbound meanwhile, or never this shopper's: the list says which cards there are.
  if (!loaded) redirect(`/pay/${token}/cards`);
  if (loaded.signing.kind !== 'active') redirect(`/pay/${token}/cards`);
  return <UnbindScreen view={view} card={loaded.card} token={token} />;
}
