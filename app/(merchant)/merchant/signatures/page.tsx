import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { getSigning } from '@/lib/merchants/get-signing';
import { MerchantFrame } from '../merchant-frame';
import { PlatformKeyCard } from './platform-key-card';
import { Sm2KeysCard } from './sm2-keys-card';
import { TermsCard } from './terms-card';

const SHAPE = { done: z.enum(['added', 'revoked', 'terms']) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paymentLinks.signatures'))('title') };
}

export default async function SignaturesPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/signatures', 'key.read');
  const t = await getTranslations('paymentLinks.signatures');
  const { done } = await readQuery(searchParams, SHAPE);
  const { terms, keys, platform } = await getSigning({ by: actor });
  return (
    <MerchantFrame page="signatures" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <Sm2KeysCard keys={keys} />
      <TermsCard terms={terms} />
      <PlatformKeyCard platform={platform} />
    </MerchantFrame>
  );
}
