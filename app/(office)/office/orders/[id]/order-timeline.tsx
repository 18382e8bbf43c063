import { getTranslations } from 'next-intl/server';
import { OrderTimelineDays } from '@/app/_server/order-timeline-days';
import type { StaffUser } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { listStaffNames } from '@/lib/auth/list-staff-names';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import { listTimeline } from '@/lib/support/list-timeline';
import { type Direction, peopleOf } from '@/lib/support/timeline-rules';
import { stepWords } from './step-words';

/** Everything that happened with the order, a day at a time, the newest or the oldest first. */
export async function OrderTimeline({
  overview,
  direction = 'newest',
  user,
}: {
  overview: OrderOverview;
  direction?: Direction;
  user: StaffUser;
}) {
  const { order } = overview;
  const t = await getTranslations('officeOrders.timeline');
  const events = await listTimeline({ order, by: user });
  const names = await listStaffNames(peopleOf(events));
  const words = await stepWords({ overview, names, role: user.staffRole });
  const other: Direction = direction === 'newest' ? 'oldest' : 'newest';
  return (
    <Card className="grid gap-4" id="timeline">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <TextLink href={`/office/orders/${order.id}?order=${other}#timeline`}>
          <span className="text-sm">{t(`show.${other}`)}</span>
        </TextLink>
      </div>
      <OrderTimelineDays events={events} direction={direction} words={words} />
    </Card>
  );
}
