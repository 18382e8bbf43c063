import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadClaim } from '../load-claim';
import { PayeeScreen } from '../payee-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('claim.payee'))('change'), robots: { index: false } };
}

/** Another account than the one that was named, until everybody has approved it. */
export default async function ChangePayeePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const claim = await loadClaim(token);
  if (!claim?.own?.mayName) redirect(`/claim/${token}`);
  return <PayeeScreen claim={claim} token={token} />;
}
