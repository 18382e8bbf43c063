import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { PaymentLink, PaymentLinkTerms, Uses } from './payment-link';
import type { PaymentLinkState } from './states';

const COLUMNS = {
  id: true,
  merchantId: true,
  code: true,
  state: true,
  subject: true,
  goods: true,
  leastMinor: true,
  mostMinor: true,
  returnUrl: true,
  mostUses: true,
  expiresAt: true,
  createdAt: true,
} as const;

function linkOf({
  leastMinor,
  mostMinor,
  ...rest
}: Prisma.PaymentLinkGetPayload<{ select: typeof COLUMNS }>): PaymentLink {
  return { ...rest, least: cny(leastMinor), most: cny(mostMinor) };
}

export async function insertPaymentLink(
  tx: Tx,
  link: PaymentLinkTerms & { id: string; merchantId: string; code: string; createdBy: string },
): Promise<void> {
  const { least, most, ...rest } = link;
  await tx.paymentLink.create({
    data: {
      ...rest,
      leastMinor: least.amountMinor,
      mostMinor: most.amountMinor,
      currency: least.currency,
    },
    select: { id: true },
  });
}

export async function findPaymentLink(
  where: { id: string } | { code: string },
  tx: Tx = db(),
): Promise<PaymentLink | undefined> {
  const row = await tx.paymentLink.findUnique({ where, select: COLUMNS });
  return row ? linkOf(row) : undefined;
}

/** Holds the link's row until the transaction ends: its uses are counted under it. */
export async function lockPaymentLink(tx: Tx, linkId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM payment_links WHERE id = ${linkId} FOR UPDATE`;
}

/** False when it is no longer as the caller saw it. */
export async function movePaymentLink(
  tx: Tx,
  { id, from, to }: { id: string; from: PaymentLinkState; to: PaymentLinkState },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { id, state: from },
    data: { state: to },
  });
  return count === 1;
}

export async function selectPaymentLinks(
  filter: { merchantId: string; state?: PaymentLinkState; before?: string },
  most: number,
): Promise<PaymentLink[]> {
  const { merchantId, state, before } = filter;
  const rows = await db().paymentLink.findMany({
    where: { merchantId, state, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: most,
    select: COLUMNS,
  });
  return rows.map(linkOf);
}

/** How many orders of each link are paid, and how many open. */
export async function countUses(
  linkIds: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, Uses>> {
  const rows = await tx.$queryRaw<{ id: string; paid: bigint; open: bigint }[]>`
    SELECT l.link_id AS id, count(*) FILTER (WHERE o.state = 'paid') AS paid,
           count(*) FILTER (WHERE o.state = 'open') AS open
      FROM payment_link_orders l JOIN orders o ON o.id = l.order_id
     WHERE l.link_id = ANY(${[...linkIds]}) GROUP BY l.link_id`;
  return new Map(
    rows.map(({ id, paid, open }) => [id, { paid: Number(paid), open: Number(open) }]),
  );
}

/** Written once for an order that is the link's already. */
export async function keepLinkOrder(
  tx: Tx,
  made: { orderId: string; linkId: string; deviceHash: string },
): Promise<void> {
  await tx.paymentLinkOrder.createMany({ data: [made], skipDuplicates: true });
}

/** The pay token of the newest open order that this browser has of the link; for that amount, where one is given. */
export async function findOwnOpenOrder(
  asked: { linkId: string; deviceHash: string; amountMinor?: bigint },
  tx: Tx = db(),
): Promise<string | undefined> {
  const { linkId, deviceHash, amountMinor = null } = asked;
  const rows = await tx.$queryRaw<{ token: string }[]>`
    SELECT o.pay_token AS token FROM payment_link_orders l JOIN orders o ON o.id = l.order_id
     WHERE l.link_id = ${linkId} AND l.device_hash = ${deviceHash} AND o.state = 'open'
       AND o.amount_minor = coalesce(${amountMinor}::bigint, o.amount_minor)
       AND o.expires_at > clock_timestamp()
     ORDER BY o.id DESC LIMIT 1`;
  return rows[0]?.token;
}

/** The ids of a link's orders, newest first. */
export async function selectLinkOrderIds(
  { linkId, before }: { linkId: string; before?: string },
  most: number,
): Promise<string[]> {
  const rows = await db().paymentLinkOrder.findMany({
    where: { linkId, ...(before ? { orderId: { lt: before } } : {}) },
    orderBy: { orderId: 'desc' },
    take: most,
    select: { orderId: true },
  });
  return rows.map(({ orderId }) => orderId);
}
