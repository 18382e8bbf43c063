import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { databaseNow } from '@/lib/core/clock';
import { formatMoney } from '@/lib/money/format-money';
import { findExposure } from '@/lib/refund-cases/find-exposure';
import type { OrderOverview } from '@/lib/support/get-order-overview';

/** Refunds that could not go back the way they came, and what of that money could come back a second time. */
export async function CasesCard({ overview: { order, cases } }: { overview: OrderOverview }) {
  if (cases.length === 0) return null;
  const t = await getTranslations('officeOrders.cases');
  const now = await databaseNow();
  // What could come back, and what has; what no longer can is over.
  const past = await findExposure({ orderId: order.id, by: await staffHere() });
  const exposures = past.filter(({ until, returnedAt }) => returnedAt || until > now);
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <ul className="grid gap-2 text-sm">
        {cases.map(({ id, state, amount, openedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3">
            <TextLink href={`/office/refund-cases/${id}`}>{formatMoney(amount)}</TextLink>
            <Badge tone={state === 'paid' || state === 'closed' ? 'neutral' : 'warn'}>
              {t(`state.${state}`)}
            </Badge>
            <span className="text-xs text-faint">
              <Moment at={openedAt} />
            </span>
          </li>
        ))}
      </ul>
      {exposures.map(({ caseId, amount, until, returnedAt }) => (
        <Notice key={caseId} tone="warn" title={t('exposure')}>
          {t.rich(returnedAt ? 'exposureHappened' : 'exposureUntil', {
            amount: formatMoney(amount),
            date: () => <Moment at={returnedAt ?? until} />,
          })}
        </Notice>
      ))}
    </Card>
  );
}
