import { getTranslations } from 'next-intl/server';
import { type CaseEvent, CaseTimeline } from '@/components/office/case-timeline';
import { Card } from '@/components/ui/card';
import { formatMoney } from '@/lib/money/format-money';
import { caseEvents } from './case-events';
import type { CaseScene } from './case-scene';
import { causeWords } from './cause-words';

/** Everything that happened to this money, from the payment on, oldest first. */
export async function Timeline({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.timeline');
  const payments = await getTranslations('payments');
  const cause = await getTranslations('officeCase.cause');
  const causeOf = await causeWords();
  const { refundCase, order, attempt, refund, refused, names } = scene;
  const channel = payments(`channel.${refundCase.channel}`);
  const who = (actor: string): string =>
    names.get(actor) ?? (t.has(actor as 'system') ? t(actor as 'system') : actor);
  const first = refused ?? refund;
  const asker = first.requestedBy && names.get(first.requestedBy);
  const beginning: CaseEvent[] = [
    ...(order.paidAt
      ? [
          {
            key: 'paid',
            at: order.paidAt,
            tone: 'ok' as const,
            title: t('paid', { amount: formatMoney(order.amount) }),
            body: [
              payments(`method.${attempt.method}`),
              channel,
              ...(attempt.channelRef ? [shortened(attempt.channelRef)] : []),
            ].join(' · '),
          },
        ]
      : []),
    {
      key: 'asked',
      at: first.requestedAt,
      tone: 'neutral' as const,
      title: t('asked', { amount: formatMoney(first.amount) }),
      body: [t(`askedBy.${first.askedBy}`), asker, first.reason].filter(Boolean).join(' · '),
    },
    {
      key: 'refused',
      at: refundCase.openedAt,
      tone: 'bad' as const,
      title: refundCase.cause === 'window_over' ? cause('window_over') : t('refused'),
      body:
        refundCase.cause === 'window_over'
          ? t('windowBody', { channel })
          : t('refusedBody', {
              channel: [channel, refundCase.channelCode, cause(refundCase.cause)]
                .filter(Boolean)
                .join(' '),
            }),
    },
  ];
  const told = caseEvents(scene).map(({ word, by, why, phone, ...event }) => ({
    ...event,
    title: t(word as 'event.claim'),
    body:
      phone === undefined
        ? [by && who(by), why && causeOf(why)].filter(Boolean).join(' · ')
        : t('linkTo', { phone }),
  }));
  const events = [...beginning, ...told].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <CaseTimeline label={t('title')} events={events} />
    </Card>
  );
}

/** "3210…2028": enough to recognise it. */
const shortened = (number: string): string =>
  number.length > 12 ? `${number.slice(0, 4)}…${number.slice(-4)}` : number;
