import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { LinkButton } from '@/components/ui/link-button';
import { AUDIT_ACTIONS } from '@/lib/audit/audit';
import { OfficeFrame } from '../office-frame';
import { AuditFilters } from './audit-filters';
import { FoundRows } from './found-rows';
import { Verified } from './verified';

const SHAPE = {
  actor: z.string().trim().min(1).max(60),
  what: z.enum(AUDIT_ACTIONS),
  subject: z.string().trim().min(1).max(60),
  before: z.string().regex(/^\d{1,18}$/),
  verify: z.literal('1'),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeAudit'))('title') };
}

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/audit', 'audit.read');
  const t = await getTranslations('officeAudit');
  const asked = await readQuery(searchParams, SHAPE);
  const ways = (
    <>
      <LinkButton href="/office/audit?verify=1">{t('verify')}</LinkButton>
      <LinkButton href="/office/audit/log.csv">{t('export')}</LinkButton>
    </>
  );
  return (
    <OfficeFrame page="audit" user={user} title={t('title')} lead={t('lead')} actions={ways}>
      {asked.verify ? <Verified /> : null}
      <AuditFilters asked={asked} />
      <FoundRows asked={asked} by={user} />
    </OfficeFrame>
  );
}
