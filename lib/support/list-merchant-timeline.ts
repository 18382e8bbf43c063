import { listStaffNames } from '@/lib/auth/list-staff-names';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { findTwin } from '@/lib/merchants/find-twin';
import { getOrder } from '@/lib/orders/get-order';
import type { TimelineEvent } from './timeline';
import { selectMoves, selectOpenings, selectParts, selectTold } from './timeline-store';

const isSomebody = (actor: string): boolean => actor.startsWith('usr_');

/** Refund cases and payouts are the platform's work; a merchant sees what became of its refunds. */
const SHOWN = new Set(['order', 'attempt', 'refund']);

/**
 * Everything that happened with one of the merchant's own orders and is its business, in no order (see
 * `arrange`): page openings, what moved, what its endpoints were told. Nothing that a channel said, no
 * person of the office, no entries and no notes.
 *
 * @throws Refusal not_permitted, order_not_found (another merchant's, too)
 */
export async function listMerchantTimeline({
  orderId,
  by,
}: {
  orderId: string;
  by: MerchantActor;
}): Promise<TimelineEvent[]> {
  requireMerchantMay(by, 'order.read');
  const order = await getOrder({ merchantId: by.merchantId, orderId });
  const parts = await selectParts(orderId);
  const [moves, told, opened, twin] = await Promise.all([
    selectMoves(parts.subjects.filter(({ type }) => SHOWN.has(type))),
    selectTold(parts.told),
    selectOpenings(orderId),
    findTwin(by.merchantId),
  ]);
  const names = await listStaffNames(moves.map(({ actor }) => actor).filter(isSomebody));
  // A member works in either mode, and stands in the row of the one they are in now.
  const own: (string | null)[] = [by.merchantId, ...(twin ? [twin.id] : [])];
  const actorOf = (actor: string): string => {
    if (!isSomebody(actor)) return actor;
    const staff = names.get(actor);
    if (!staff) return 'shopper';
    return own.includes(staff.merchantId) ? 'merchant' : 'system';
  };
  return [
    { key: 'made', at: order.createdAt, kind: 'made' },
    ...opened.map(({ at }, place) => ({ key: `open:${place}`, at, kind: 'opened' as const })),
    ...moves.map(({ id, actor, ...move }) => ({
      ...{ key: `move:${id}`, kind: 'moved' as const, ...move },
      // Who of us pressed what is the office's business, and why a program did it nobody's.
      ...{ actor: actorOf(actor), cause: null },
    })),
    ...told.map(({ id, url, ...rest }) => ({
      ...rest,
      ...{ key: `told:${id}`, kind: 'told' as const, host: new URL(url).host },
    })),
  ];
}
