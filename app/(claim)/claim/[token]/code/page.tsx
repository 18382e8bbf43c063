import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadClaim } from '../load-claim';
import { CodeScreen } from './code-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('claim.prove'))('codeTitle'), robots: { index: false } };
}

export default async function ClaimCodePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const claim = await loadClaim(token);
  if (claim?.standing !== 'to_prove' || claim.proof !== 'phone_code') redirect(`/claim/${token}`);
  return <CodeScreen claim={claim} token={token} />;
}
