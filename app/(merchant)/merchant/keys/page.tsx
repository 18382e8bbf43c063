import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { listKeys } from '@/lib/merchants/list-keys';
import { MerchantFrame } from '../merchant-frame';
import { ApiKeys } from './api-keys';
import { LinkKeys } from './link-keys';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.keys'))('title') };
}

export default async function KeysPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/keys', 'key.read');
  const t = await getTranslations('members.keys');
  const { done } = await readQuery(searchParams, { done: z.enum(['api', 'link']) });
  const { apiKeys, linkKeys } = await listKeys({ by: actor });
  return (
    <MerchantFrame page="keys" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <ApiKeys keys={apiKeys} />
      <LinkKeys keys={linkKeys} />
    </MerchantFrame>
  );
}
