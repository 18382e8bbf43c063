import { getTranslations } from 'next-intl/server';
import { OrderTimelineList, type Step } from '@/components/payments/order-timeline-list';
import type { TimelineEvent } from '@/lib/support/timeline';
import { arrange, type Direction, toneOf } from '@/lib/support/timeline-rules';

export type StepWords = Pick<Step, 'title' | 'body'>;

/** What happened with an order, a day at a time, each thing told as its reader may hear it. */
export async function OrderTimelineDays({
  events,
  direction,
  words,
}: {
  events: readonly TimelineEvent[];
  direction: Direction;
  words: (event: TimelineEvent) => StepWords;
}) {
  const t = await getTranslations('officeOrders.timeline');
  return arrange(events, direction).map(({ day, moments }) => (
    <section key={day} aria-label={day} className="grid gap-3">
      <h3 className="text-sm font-semibold text-soft tabular-nums">{day}</h3>
      <OrderTimelineList
        label={t('dayOf', { day })}
        moments={moments.map(({ at, events: steps }) => ({
          key: steps[0]?.key ?? day,
          at,
          steps: steps.map((event) => ({ key: event.key, tone: toneOf(event), ...words(event) })),
        }))}
      />
    </section>
  ));
}
