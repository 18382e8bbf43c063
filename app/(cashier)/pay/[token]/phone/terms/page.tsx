import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { PhoneTermsScreen } from './phone-terms-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCarrier.terms'))('title') };
}

export default async function TermsPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <PhoneTermsScreen view={await loadCashier(token)} token={token} />;
}
