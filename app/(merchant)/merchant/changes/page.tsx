import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listMerchantChanges } from '@/lib/merchants/list-merchant-changes';
import { MerchantFrame } from '../merchant-frame';
import { changeWords } from './change-words';
import { ChangesTable } from './changes-table';

const SHAPE = { before: z.string().regex(/^[1-9][0-9]{0,17}$/) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.changes'))('title') };
}

export default async function ChangesPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/changes', 'member.read');
  const t = await getTranslations('members.changes');
  const { before } = await readQuery(searchParams, SHAPE);
  const page = { by: actor, before: before === undefined ? undefined : BigInt(before) };
  const { changes, next } = await listMerchantChanges(page);
  const words = await changeWords(await getTranslations());
  const inWords = (subject: string, value: string | null) => value && words(subject, value);
  return (
    <MerchantFrame page="changes" user={user} title={t('title')} lead={t('lead')}>
      {changes.length === 0 ? (
        <Card className="text-soft">{t('none')}</Card>
      ) : (
        <Card flush>
          <ChangesTable
            changes={changes.map(({ subject, from, to, ...change }) => ({
              ...{ ...change, subject },
              ...{ from: inWords(subject, from), to: inWords(subject, to) },
            }))}
          />
          <PageLinks
            newest={before ? { href: '/merchant/changes', label: t('newest') } : null}
            more={next ? { href: `/merchant/changes?before=${next}`, label: t('more') } : null}
          />
        </Card>
      )}
    </MerchantFrame>
  );
}
