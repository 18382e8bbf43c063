import { getLocale, getTranslations } from 'next-intl/server';
import type { StepWords } from '@/app/_server/order-timeline-days';
import { toldWords } from '@/app/_server/told-words';
import { Badge } from '@/components/ui/badge';
import { langOf } from '@/components/ui/lang-of';
import { TextLink } from '@/components/ui/text-link';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import type { TimelineEvent } from '@/lib/support/timeline';
import { movedWords } from './moved-words';

export type Names = ReadonlyMap<string, { displayName: string }>;

/** How each thing that happened is told to this reader. */
export async function stepWords({
  overview,
  names,
  role,
}: {
  overview: OrderOverview;
  names: Names;
  role: StaffRole;
}): Promise<(event: TimelineEvent) => StepWords> {
  const t = await getTranslations('officeOrders.timeline');
  const inquiry = await getTranslations('officeOrders.inquiry');
  const english = (await getLocale()) === 'en';
  const moved = await movedWords({ overview, names });
  const told = await toldWords();
  const nameOf = (id: string) => names.get(id)?.displayName ?? id;
  const known = (group: string, key: string) =>
    t.has(`${group}.${key}`) ? t(`${group}.${key}`) : key;
  const reveal = (kind: 'notice' | 'answer', id: string) =>
    mayDo(role, 'payload.reveal') ? (
      <TextLink href={`/office/orders/${overview.order.id}?reveal=${kind}.${id}#reveal`}>
        {t('raw')}
      </TextLink>
    ) : null;

  return (event) => {
    switch (event.kind) {
      case 'made':
      case 'opened':
      case 'scanned':
        return { title: t(event.kind) };
      case 'moved':
        return moved(event);
      case 'hold':
        return { title: t(`hold.${event.word}`, { amount: formatMoney(cny(event.amountMinor)) }) };
      case 'notice':
        return {
          title: t('notice', { channel: known('channel', event.channel) }),
          body: (
            <span className="flex flex-wrap gap-x-3">
              {event.result === null ? t('unprocessed') : known('noticeResult', event.result)}
              {reveal('notice', event.id)}
            </span>
          ),
        };
      case 'answered':
        return {
          title: t(`answered.${event.type}`),
          body: reveal('answer', event.id),
        };
      case 'entry':
        return {
          title: t('booked'),
          body: (
            <TextLink href={`/office/ledger/entries/${event.id}`}>
              {english ? event.sentence.en : event.sentence.zh}
            </TextLink>
          ),
        };
      case 'told':
        return told(event);
      case 'note':
        return {
          title: (
            <>
              {t('note', { name: nameOf(event.authorId) })}
              <Badge>{t(`audience.${event.audience}`)}</Badge>
            </>
          ),
          body: <span lang={langOf(event.body)}>{event.body}</span>,
        };
      case 'asked':
        return {
          title: t('inquiryAsked', { name: nameOf(event.by) }),
          body: (
            <>
              <span lang={langOf(event.words)}>{event.words}</span>
              {event.said.length === 0
                ? null
                : ` → ${event.said.map((word) => inquiry(`said.${word}`)).join(' · ')}`}
            </>
          ),
        };
      case 'decided':
        return {
          title: t('inquiryDecided', {
            name: nameOf(event.by),
            decision: inquiry(`decision.${event.decision}`),
          }),
          body: <span lang={langOf(event.note)}>{event.note}</span>,
        };
    }
  };
}
