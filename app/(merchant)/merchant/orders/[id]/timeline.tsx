import { getTranslations } from 'next-intl/server';
import { memberHere } from '@/app/_server/member';
import { OrderTimelineDays, type StepWords } from '@/app/_server/order-timeline-days';
import { toldWords } from '@/app/_server/told-words';
import { Card } from '@/components/ui/card';
import { listMerchantTimeline } from '@/lib/support/list-merchant-timeline';
import type { TimelineEvent } from '@/lib/support/timeline';
import { readActor } from '@/lib/support/timeline-rules';

/** What happened with the order, as far as it is the merchant's business, the newest day first. */
export async function Timeline({ orderId }: { orderId: string }) {
  const t = await getTranslations('officeOrders.timeline');
  const events = await listMerchantTimeline({ orderId, by: await memberHere() });
  const told = await toldWords();
  const words = (event: TimelineEvent): StepWords => {
    if (event.kind === 'moved') {
      const key = `moved.${event.type}.${event.event}`;
      const actor = readActor(event.actor);
      return {
        title: t.has(key) ? t(key) : event.event,
        body: t('by', { actor: t(`actor.${actor.kind === 'user' ? 'system' : actor.kind}`) }),
      };
    }
    if (event.kind === 'told') return told(event);
    return { title: t(event.kind === 'opened' ? 'opened' : 'made') };
  };
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <OrderTimelineDays events={events} direction="newest" words={words} />
    </Card>
  );
}
