import { db, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import type { Inquiry, InquiryDecision, InquiryItem } from './inquiry';
import type { Standing } from './inquiry-rules';

const COLUMNS = {
  id: true,
  orderId: true,
  openedBy: true,
  shopperWord: true,
  evidence: true,
  proposed: true,
  decided: true,
  decidedBy: true,
  decidedNote: true,
  decidedAt: true,
  createdAt: true,
} satisfies Prisma.PaymentInquirySelect;

const toInquiry = ({
  evidence,
  ...row
}: Prisma.PaymentInquiryGetPayload<{ select: typeof COLUMNS }>): Inquiry => ({
  ...row,
  // Written by this module only, as JSON of this very type.
  items: evidence as unknown as InquiryItem[],
});

export async function insertInquiry(
  tx: Tx,
  {
    items,
    ...columns
  }: Pick<Inquiry, 'id' | 'orderId' | 'openedBy' | 'shopperWord' | 'items' | 'proposed'>,
): Promise<void> {
  const data = { ...columns, evidence: JSON.parse(JSON.stringify(items)) };
  await tx.paymentInquiry.create({ data, select: { id: true } });
}

export async function selectInquiry(id: string, tx: Tx = db()): Promise<Inquiry | undefined> {
  const row = await tx.paymentInquiry.findUnique({ where: { id }, select: COLUMNS });
  return row ? toInquiry(row) : undefined;
}

/** Newest first. */
export async function selectInquiries(orderId: string): Promise<Inquiry[]> {
  const rows = await db().paymentInquiry.findMany({
    where: { orderId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: COLUMNS,
  });
  return rows.map(toInquiry);
}

/** False when somebody else has decided it meanwhile. */
export async function markDecided(
  tx: Tx,
  { id, decision, by, note }: { id: string; decision: InquiryDecision; by: string; note: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE payment_inquiries SET decided = ${decision}::inquiry_decision, decided_by = ${by},
           decided_note = ${note}, decided_at = clock_timestamp()
     WHERE id = ${id} AND decided IS NULL`;
  return changed === 1;
}

/** The order's payments, oldest first, with what has begun of giving late money back. */
export const selectStandings = (orderId: string, tx: Tx = db()): Promise<Standing[]> =>
  tx.$queryRaw<Standing[]>`
    SELECT a.id AS "attemptId", a.state, a.balance_hold_id IS NOT NULL AS mixed,
           CASE WHEN back.tried THEN back.open
                ELSE m.late_payment_policy = 'refund' OR o.state = 'paid' END AS "goingBack",
           back.tried AND NOT back.open AS "backFailed"
      FROM attempts a
      JOIN orders o ON o.id = a.order_id
      JOIN merchants m ON m.id = a.merchant_id
     CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS tried,
                   coalesce(bool_or(r.state NOT IN ('failed', 'declined')), false) AS open
              FROM refunds r WHERE r.attempt_id = a.id AND r.cause = 'late_payment') back
     WHERE a.order_id = ${orderId}
     ORDER BY a.created_at, a.id`;
