import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import type { SuspenseCase } from '@/lib/virtual-accounts/suspense-case';
import { AssignForm } from './assign-form';

/** All that is known about one sum of money, and the form that says whose it is. */
export async function CaseCard({ found, mayAssign }: { found: SuspenseCase; mayAssign: boolean }) {
  const t = await getTranslations('office.suspense');
  const staff = await getTranslations('staff');
  const payer = [found.payerNameMasked, found.payerAccountMasked].filter(Boolean).join(' ');
  return (
    <Card className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <h2 className="flex flex-wrap items-center gap-2 text-xl font-semibold tabular-nums">
          {formatMoney(found.amount)}
          <Badge tone="warn">{t(`reason.${found.reason}`)}</Badge>
        </h2>
        <DescriptionList
          items={[
            { term: t('received'), detail: <Moment at={found.createdAt} /> },
            { term: t('payer'), detail: payer },
            { term: t('claimed'), detail: found.claimedNumber },
            { term: t('remark'), detail: found.remark || t('noRemark') },
            { term: t('reference'), detail: found.bankReference },
            ...(found.proposedNumber
              ? [{ term: t('waits'), detail: t('second', { number: found.proposedNumber }) }]
              : []),
          ]}
        />
      </div>
      {mayAssign && found.reason !== 'returned_twice' ? (
        <AssignForm
          caseId={found.id}
          words={{
            number: t('number'),
            code: staff('yourCode'),
            submit: t('assign'),
            pending: t('assigning'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </Card>
  );
}
