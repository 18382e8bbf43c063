import { getTranslations } from 'next-intl/server';
import type { StepWords } from '@/app/_server/order-timeline-days';
import {
  OrderStateBadge,
  PaymentState,
  RefundStateBadge,
} from '@/components/payments/payment-state';
import { TextLink } from '@/components/ui/text-link';
import { formatMoney } from '@/lib/money/format-money';
import { ORDER } from '@/lib/orders/states';
import { ATTEMPT } from '@/lib/payments/states';
import { REFUND } from '@/lib/refunds/states';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import type { TimelineEvent } from '@/lib/support/timeline';
import { type Actor, readActor } from '@/lib/support/timeline-rules';
import { readCause } from '../../attempts/[id]/read-cause';
import { causeWords } from '../../refund-cases/[id]/cause-words';
import type { Names } from './step-words';

type Moved = Extract<TimelineEvent, { kind: 'moved' }>;

/** How a step of one of the order's state machines is told: of what, where to, by whom, and why. */
export async function movedWords({
  overview: { attempts, refunds },
  names,
}: {
  overview: OrderOverview;
  names: Names;
}): Promise<(event: Moved) => StepWords> {
  const t = await getTranslations('officeOrders.timeline');
  const payments = await getTranslations('payments');
  const causes = await getTranslations('office.attempt.cause');
  const caseCause = await causeWords();
  const amounts = new Map([
    ...attempts.map(
      ({ id, method, amount }) =>
        [id, `${payments(`method.${method}`)} ${formatMoney(amount)}`] as const,
    ),
    ...refunds.map(({ id, amount }) => [id, formatMoney(amount)] as const),
  ]);
  const actorOf = (actor: Actor): string =>
    actor.kind === 'user'
      ? (names.get(actor.id)?.displayName ?? t('actor.shopper'))
      : t(`actor.${actor.kind}`);
  const causeOf = ({ type, cause, actor }: Moved): string | null => {
    if (cause === null) return null;
    const read = readCause(cause);
    if (read) return causes(read.key, { id: read.id });
    const told = type === 'refund_case' ? caseCause(cause) : cause;
    if (told !== cause) return told;
    // What a person wrote is for people; what a program wrote is not.
    return names.has(actor) ? cause : null;
  };
  return (event) => {
    const key = `moved.${event.type}.${event.event}`;
    const about = [amounts.get(event.subjectId), causeOf(event)].filter(Boolean).join(' · ');
    return {
      title: (
        <>
          {t.has(key) ? t(key) : event.event}
          <StateOf event={event} />
        </>
      ),
      body: (
        <span className="flex flex-wrap gap-x-3">
          <span>
            {t('by', { actor: actorOf(readActor(event.actor)) })}
            {about ? ` · ${about}` : ''}
          </span>
          {event.type === 'refund_case' ? (
            <TextLink href={`/office/refund-cases/${event.subjectId}`}>{t('toCase')}</TextLink>
          ) : null}
        </span>
      ),
    };
  };
}

const isOf = <State extends string>(table: Record<State, unknown>, text: string): text is State =>
  Object.hasOwn(table, text);

function StateOf({ event: { type, to } }: { event: Moved }) {
  if (type === 'order' && isOf(ORDER, to)) return <OrderStateBadge state={to} />;
  if (type === 'attempt' && isOf(ATTEMPT, to)) return <PaymentState state={to} />;
  return type === 'refund' && isOf(REFUND, to) ? <RefundStateBadge state={to} /> : null;
}
