import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { HoldsTable } from '@/components/office/holds-table';
import { Card } from '@/components/ui/card';
import type { AccountRef } from '@/lib/ledger/chart';
import { listHolds } from '@/lib/ledger/list-holds';

/** Nothing held is nothing to show. */
export async function Holds({ account }: { account: AccountRef }) {
  const t = await getTranslations('office.account');
  const holds = await listHolds({ account, by: await staffHere() });
  if (holds.length === 0) return null;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('holds')}</h2>
      <HoldsTable holds={holds} />
    </Card>
  );
}
