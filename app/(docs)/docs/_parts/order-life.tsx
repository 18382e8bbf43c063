import { getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { StatePicture } from '@/components/docs/state-picture';
import { ORDER, type OrderEvent, type OrderState } from '@/lib/orders/states';

/** Where each state stands in the picture; what leads from one to another comes from the table that runs. */
const PLACES: Record<OrderState, { x: number; y: number; tone: 'start' | 'good' | 'over' }> = {
  open: { x: 180, y: 30, tone: 'start' },
  expired: { x: 66, y: 180, tone: 'over' },
  closed: { x: 294, y: 180, tone: 'over' },
  paid: { x: 180, y: 330, tone: 'good' },
};
const SIZE = { width: 360, height: 360 };

const STEPS = (Object.keys(ORDER) as OrderState[]).flatMap((from) =>
  (Object.entries(ORDER[from]) as [OrderEvent, OrderState][]).map(([event, to]) => ({
    from,
    event,
    to,
  })),
);

/** The life of an order, drawn from its state table. */
export async function OrderPicture() {
  const t = await getTranslations('docs.orderLife');
  const sentences = STEPS.map(({ from, event, to }) =>
    t('sentence', {
      from: t(`states.${from}`),
      event: t(`events.${event}`),
      to: t(`states.${to}`),
    }),
  );
  return (
    <StatePicture
      title={t('pictureTitle')}
      description={sentences.join(' ')}
      size={SIZE}
      nodes={(Object.keys(PLACES) as OrderState[]).map((state) => ({
        state,
        name: t(`states.${state}`),
        ...PLACES[state],
      }))}
      edges={STEPS.map(({ from, event, to }) => ({ from, to, name: t(`labels.${event}`) }))}
    />
  );
}

/** The same as a table. */
export async function OrderTable() {
  const t = await getTranslations('docs.orderLife');
  return (
    <DocsTable
      label={t('pictureTitle')}
      head={[t('from'), t('event'), t('to')]}
      rows={STEPS.map(({ from, event, to }) => ({
        cells: [state(from), t(`events.${event}`), state(to)],
      }))}
    />
  );
}

const state = (name: OrderState) => <code translate="no">{name}</code>;
