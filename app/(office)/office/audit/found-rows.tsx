import { getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/office/audit-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listAudit } from '@/lib/audit/list-audit';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { type Asked, auditAddress } from './asked';

/** A page of what fits, newest first. */
export async function FoundRows({ asked, by }: { asked: Asked; by: StaffActor }) {
  const t = await getTranslations('officeAudit');
  const { rows, next } = await listAudit({
    by,
    actorId: asked.actor,
    action: asked.what,
    subjectId: asked.subject,
    before: asked.before === undefined ? undefined : BigInt(asked.before),
  });
  if (rows.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  const names = await listStaffNames([...new Set(rows.map(({ actorId }) => actorId))]);
  const { before, ...filters } = asked;
  return (
    <Card flush>
      <AuditTable
        rows={rows.map((row) => ({
          ...row,
          actorName: names.get(row.actorId)?.displayName ?? row.actorId,
        }))}
      />
      <PageLinks
        newest={before ? { href: auditAddress(filters), label: t('newest') } : null}
        more={
          next === null
            ? null
            : { href: auditAddress({ ...filters, before: String(next) }), label: t('more') }
        }
      />
    </Card>
  );
}
