import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { findPerson } from '@/lib/persons/find-person';
import { CardPage } from '../card-page';
import { loadHolder } from '../load-holder';
import { NewCardForm } from './new-card-form';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ who?: string | string[]; why?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.new'))('title') };
}

export default async function NewCardPage({ params, searchParams }: Props) {
  const [{ token }, { who, why }] = await Promise.all([params, searchParams]);
  const { view, userId } = await loadHolder(token, 'cards/new');
  const offered = view.offers.some(({ method, available }) => method === 'card' && available);
  // Where no card can be paid with, nobody has to tell us about theirs.
  if (!offered) redirect(`/pay/${token}`);
  const person = who === 'typed' ? undefined : await findPerson({ userId });
  const t = await getTranslations('cashierCards.new');
  return (
    <CardPage view={view} token={token} title={t('title')} lead={t('lead')}>
      <Card>
        <NewCardForm token={token} person={person} why={typeof why === 'string' ? why : ''} />
      </Card>
    </CardPage>
  );
}
