import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { CatalogueUpload } from '@/components/office/catalogue-upload';
import { CATALOGUE_KINDS } from '@/lib/carriers/catalogue';
import { CATALOGUE_BOUNDS, columnsOf } from '@/lib/carriers/catalogue-rules';
import { mayDo } from '@/lib/core/staff-permissions';
import { OfficeFrame } from '../office-frame';
import { DraftCard } from './draft-card';
import { DRAFT_ID, STOP_ID } from './input';
import { Lines } from './lines';
import { Outcome } from './outcome';
import { Stops } from './stops';

const ASKED = { draft: DRAFT_ID, applied: z.enum(CATALOGUE_KINDS), lifted: STOP_ID };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeCarriers'))('title') };
}

export default async function CarriersPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/carriers', 'channel.read');
  const imports = mayDo(user.staffRole, 'catalogue.import');
  const t = await getTranslations('officeCarriers');
  const { draft, ...done } = await readQuery(searchParams, ASKED);
  return (
    <OfficeFrame page="carriers" user={user} title={t('title')} lead={t('lead')}>
      <Outcome done={done} query={await searchParams} />
      {draft && imports ? <DraftCard draftId={draft} /> : null}
      <Stops mayLift={mayDo(user.staffRole, 'stop.lift')} />
      <Lines />
      {imports ? (
        <CatalogueUpload
          mostLines={CATALOGUE_BOUNDS.lines}
          columns={{ lines: columnsOf('lines'), ranges: columnsOf('ranges') }}
        />
      ) : null}
    </OfficeFrame>
  );
}
