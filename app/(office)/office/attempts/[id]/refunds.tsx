import { getTranslations } from 'next-intl/server';
import { RefundsTable } from '@/components/office/refunds-table';
import { Card } from '@/components/ui/card';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import type { Refund } from '@/lib/refunds/refund';

/** Nothing given back is nothing to show. */
export async function Refunds({ refunds }: { refunds: readonly Refund[] }) {
  if (refunds.length === 0) return null;
  const t = await getTranslations('office.attempt');
  const names = await listStaffNames(refunds.flatMap(({ requestedBy }) => requestedBy ?? []));
  const byOf = (actor: string | null): string => {
    if (actor === null) return t('automatic');
    return actor === 'merchant' ? t('byApi') : (names.get(actor)?.displayName ?? actor);
  };
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('refunds')}</h2>
      <RefundsTable
        refunds={refunds.map((refund) => ({ ...refund, by: byOf(refund.requestedBy) }))}
      />
    </Card>
  );
}
