import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { isRefusal } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import { getSuspenseCase } from '@/lib/virtual-accounts/get-suspense-case';
import type { SuspenseCase } from '@/lib/virtual-accounts/suspense-case';

/** What the person just did, on the page that follows. */
export async function JustAssigned({ caseId }: { caseId: string }) {
  const t = await getTranslations('office.suspense');
  const found = await findCase(caseId);
  if (!found?.assignedNumber) return null;
  const { amount, assignedNumber } = found;
  return (
    <Notice tone="ok" role="status">
      {t.rich('done', {
        amount: formatMoney(amount),
        number: () => (
          <TextLink href={`/office/ledger/accounts?owner=${assignedNumber}`}>
            {assignedNumber}
          </TextLink>
        ),
      })}
    </Notice>
  );
}

async function findCase(caseId: string): Promise<SuspenseCase | undefined> {
  try {
    return await getSuspenseCase({ caseId, by: await staffHere() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}
