import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { listEntries } from '@/lib/ledger/list-entries';
import { listOrderNotes } from '@/lib/notes/list-order-notes';
import { AUDIENCES } from '@/lib/notes/note';
import type { Order } from '@/lib/orders/order';
import { selectInquiries } from './inquiry-store';
import type { TimelineEvent } from './timeline';
import { inquiryEvents } from './timeline-rules';
import {
  selectAnswers,
  selectHolds,
  selectMoves,
  selectNotices,
  selectOpenings,
  selectParts,
  selectScans,
  selectTold,
} from './timeline-store';

/**
 * All that happened with an order, in no particular order: page, payments, channels' answers and notices, refunds, cases,
 * payouts, entries in words, what the merchant was told, notes and inquiries.
 *
 * @throws Refusal not_permitted
 */
export async function listTimeline({
  order,
  by,
}: {
  order: Pick<Order, 'id' | 'createdAt'>;
  by: StaffActor;
}): Promise<TimelineEvent[]> {
  requireMay(by, 'order.read');
  const { id: orderId } = order;
  const parts = await selectParts(orderId);
  const [moves, notices, answers, told, opened, scans] = await Promise.all([
    selectMoves(parts.subjects),
    selectNotices(parts.numbers),
    selectAnswers(parts.subjects),
    selectTold(parts.told),
    selectOpenings(orderId),
    selectScans(orderId),
  ]);
  const [holds, entries, notes, inquiries] = await Promise.all([
    selectHolds(orderId),
    entriesOf(parts.references),
    listOrderNotes({ orderId, audiences: AUDIENCES }),
    selectInquiries(orderId),
  ]);
  return [
    { key: 'made', at: order.createdAt, kind: 'made' },
    ...opened.map(({ at }, place) => ({ key: `open:${place}`, at, kind: 'opened' as const })),
    ...scans.map(({ at }, place) => ({ key: `scan:${place}`, at, kind: 'scanned' as const })),
    ...moves.map(({ id, ...move }) => ({ key: `move:${id}`, kind: 'moved' as const, ...move })),
    ...notices.map((notice) => ({ key: notice.id, kind: 'notice' as const, ...notice })),
    ...answers.map((answer) => ({ key: answer.id, kind: 'answered' as const, ...answer })),
    ...told.map(({ id, url, ...rest }) => ({
      ...rest,
      ...{ key: `told:${id}`, kind: 'told' as const, host: new URL(url).host },
    })),
    ...holds.flatMap(holdEvents),
    ...entries,
    ...notes.map(({ id, createdAt, audience, body, authorId }) => ({
      ...{ key: id, at: createdAt, kind: 'note' as const, audience, body, authorId },
    })),
    ...inquiries.flatMap(inquiryEvents),
  ];
}

async function entriesOf(references: readonly string[]): Promise<TimelineEvent[]> {
  const pages = await Promise.all(references.map((businessRef) => listEntries({ businessRef })));
  return pages
    .flatMap(({ entries }) => entries)
    .map(({ id, postedAt: at, sentence }) => ({ key: id, at, kind: 'entry', id, sentence }));
}

function holdEvents({
  id,
  amountMinor,
  state,
  createdAt,
  endedAt,
}: Awaited<ReturnType<typeof selectHolds>>[number]): TimelineEvent[] {
  const placed = { key: `${id}:placed`, at: createdAt, kind: 'hold', word: 'placed' } as const;
  if (!endedAt) return [{ ...placed, amountMinor }];
  const word = state === 'captured' ? 'captured' : 'released';
  return [
    { ...placed, amountMinor },
    { key: `${id}:ended`, at: endedAt, kind: 'hold', word, amountMinor },
  ];
}
