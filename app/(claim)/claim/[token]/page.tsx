import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { GoneScreen } from './gone-screen';
import { loadClaim } from './load-claim';
import { PayeeScreen } from './payee-screen';
import { ProveScreen } from './prove-screen';
import { StatusScreen } from './status-screen';

type Props = { params: Promise<{ token: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('claim'))('title'), robots: { index: false } };
}

/** Behind the link of a text message: where a refund goes that cannot go back the way it came. */
export default async function ClaimPage({ params, searchParams }: Props) {
  const { token } = await params;
  const claim = await loadClaim(token);
  if (!claim || claim.standing === 'revoked') return <GoneScreen why="unknown" />;
  const { standing, own } = claim;
  if (standing === 'to_prove') return <ProveScreen claim={claim} token={token} />;
  if (standing !== 'proved' || !own) {
    return <GoneScreen why={standing === 'proved' ? 'over' : standing} />;
  }
  const flag = z.literal('1');
  const { saved, updated } = await readQuery(searchParams, { saved: flag, updated: flag });
  if (claim.caseState !== 'open') {
    return <StatusScreen claim={claim} own={own} token={token} saved={saved === '1'} />;
  }
  // Nothing has been named, or it has to be named anew.
  if (!own.mayName) return <GoneScreen why="expired" />;
  return <PayeeScreen claim={claim} token={token} updated={updated === '1'} />;
}
