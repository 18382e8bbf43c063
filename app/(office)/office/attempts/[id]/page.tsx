import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { listRefundsOfAttempt } from '@/lib/refunds/list-refunds-of-attempt';
import { OfficeFrame } from '../../office-frame';
import { Entries } from './entries';
import { Evidence } from './evidence';
import { HostReport } from './host-report';
import { loadAttempt } from './load-attempt';
import { Numbers } from './numbers';
import { PaymentFacts } from './payment-facts';
import { Refunds } from './refunds';
import { Routing } from './routing';
import { Timeline } from './timeline';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.attempt'))('title') };
}

export default async function AttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireStaff(`/office/attempts/${encodeURIComponent(id)}`, 'order.read');
  const t = await getTranslations('office.attempt');
  const { attempt, order } = await loadAttempt(id);
  const refunds = await listRefundsOfAttempt(attempt.id);
  // A refund is filed under its own number; a part of one, and what stands in for one, under that one's.
  const filed = refunds.map(({ id: own, partOfId, replacesId }) => partOfId ?? replacesId ?? own);
  const lead = <span className="break-all">{order.merchantOrderNo}</span>;
  return (
    <OfficeFrame page="attempts" user={user} title={t('title')} lead={lead}>
      <PaymentFacts attempt={attempt} order={order} />
      <Numbers attempt={attempt} order={order} />
      <HostReport hostResult={attempt.hostResult} />
      <Timeline attempt={attempt} />
      <Refunds refunds={refunds} />
      <Entries references={[...new Set([order.id, ...filed])]} />
      <Routing routing={attempt.routing} />
      <Evidence attempt={attempt} />
    </OfficeFrame>
  );
}
