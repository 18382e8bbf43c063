import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { findPerson } from '@/lib/persons/find-person';
import { loadHolder } from '../load-holder';
import { NewCardScreen } from './new-card-screen';

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
  const said = typeof why === 'string' ? why : '';
  return <NewCardScreen view={view} token={token} person={person} why={said} />;
}
