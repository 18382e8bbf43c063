import { db } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { Window } from './search-rules';

/** What else has to fit, and where the page before ended. */
export interface Narrowing {
  amountMinor?: bigint;
  window?: Window;
  /** The last attempt of the page before. */
  before?: { id: string; createdAt: Date };
}

/** A payment that fits. */
export interface Hit {
  id: string;
  orderId: string;
  createdAt: Date;
}

const COLUMNS = Prisma.sql`a.id, a.order_id AS "orderId", a.created_at AS "createdAt"`;
const NEWEST = Prisma.sql`ORDER BY a.created_at DESC, a.id DESC`;

/**
 * One search of payments, newest first; each goes by the index that it is named with. The migration
 * office_search says what each is for, and a test that each is used.
 */
export const SEARCHES = {
  /** attempts_total_idx */
  total: (amountMinor: bigint, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT ${COLUMNS} FROM attempts a JOIN orders o ON o.id = a.order_id
     WHERE a.amount_minor + a.balance_minor = ${amountMinor} ${fitting(narrowing)} ${NEWEST} LIMIT ${most}`,
  /** attempts_part_idx */
  part: (amountMinor: bigint, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT ${COLUMNS} FROM attempts a JOIN orders o ON o.id = a.order_id
     WHERE a.balance_minor > 0 AND a.amount_minor = ${amountMinor} ${fitting(narrowing)} ${NEWEST}
     LIMIT ${most}`,
  /** phone_payments_tail_idx */
  phoneBill: (tail: string, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT ${COLUMNS}
      FROM phone_payments p JOIN attempts a ON a.id = p.attempt_id JOIN orders o ON o.id = a.order_id
     WHERE "right"(p.phone_masked, 4) = ${tail} ${fitting(narrowing)} ${NEWEST} LIMIT ${most}`,
  /** orders_payer_phone_tail_idx, and an index of attempts by order */
  orderPhone: (tail: string, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT ${COLUMNS} FROM orders o JOIN attempts a ON a.order_id = o.id
     WHERE o.payer_phone_tail = ${tail} ${fitting(narrowing)} ${NEWEST} LIMIT ${most}`,
  /** users_phone_tail_idx, attempts_customer_id_created_at_idx */
  signedIn: (tail: string, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT a.id, a."orderId", a."createdAt"
      FROM users u JOIN customers c ON c.user_id = u.id
     CROSS JOIN LATERAL (
           SELECT ${COLUMNS} FROM attempts a JOIN orders o ON o.id = a.order_id
            WHERE a.customer_id = c.id ${fitting(narrowing)} ${NEWEST} LIMIT ${most}) a
     WHERE "right"(u.phone_masked, 4) = ${tail}
     ORDER BY a."createdAt" DESC, a.id DESC LIMIT ${most}`,
  /** agreements_phone_tail_idx, attempts_agreement_id_created_at_idx */
  cardPhone: (tail: string, narrowing: Narrowing, most: number) =>
    byAgreement(Prisma.sql`"right"(g.phone_masked, 4) = ${tail}`, narrowing, most),
  /** agreements_card_tail_idx, attempts_agreement_id_created_at_idx */
  boundCard: (tail: string, narrowing: Narrowing, most: number) =>
    byAgreement(Prisma.sql`g.card_tail = ${tail}`, narrowing, most),
  /** attempts_card_tail_idx */
  namedCard: (tail: string, narrowing: Narrowing, most: number) => Prisma.sql`
    SELECT ${COLUMNS} FROM attempts a JOIN orders o ON o.id = a.order_id
     WHERE a.evidence ->> 'payCardNo' IS NOT NULL AND "right"(a.evidence ->> 'payCardNo', 4) = ${tail}
           ${fitting(narrowing)} ${NEWEST} LIMIT ${most}`,
  /** attempts_agreement_id_created_at_idx */
  agreement: (agreementId: string, narrowing: Narrowing, most: number) =>
    byAgreement(Prisma.sql`g.id = ${agreementId}`, narrowing, most),
};

const byAgreement = (which: Prisma.Sql, narrowing: Narrowing, most: number) => Prisma.sql`
  SELECT a.id, a."orderId", a."createdAt"
    FROM agreements g
   CROSS JOIN LATERAL (
         SELECT ${COLUMNS} FROM attempts a JOIN orders o ON o.id = a.order_id
          WHERE a.agreement_id = g.id ${fitting(narrowing)} ${NEWEST} LIMIT ${most}) a
   WHERE ${which}
   ORDER BY a."createdAt" DESC, a.id DESC LIMIT ${most}`;

/** Of a minute: begun or paid around it, or begun a while before and not known to be paid. */
function fitting({ amountMinor, window, before }: Narrowing): Prisma.Sql {
  return Prisma.sql`${
    amountMinor === undefined
      ? Prisma.empty
      : Prisma.sql`AND (a.amount_minor = ${amountMinor} OR a.amount_minor + a.balance_minor = ${amountMinor})`
  } ${
    window === undefined
      ? Prisma.empty
      : Prisma.sql`AND a.created_at >= ${window.since} AND a.created_at < ${window.to}
          AND (a.created_at >= ${window.from} OR a.state <> 'succeeded'
               OR (o.paid_at >= ${window.from} AND o.paid_at < ${window.to}))`
  } ${
    before === undefined
      ? Prisma.empty
      : Prisma.sql`AND (a.created_at, a.id) < (${before.createdAt}, ${before.id})`
  }`;
}

export const selectHits = (search: Prisma.Sql): Promise<Hit[]> => db().$queryRaw<Hit[]>(search);

/**
 * The orders that any number belongs to, newest first. Each branch is one look into a unique index, or
 * one on channel_ref or tn: our ids, the shops' numbers (once for each shop), ours at the channels, and
 * the channels' and the bank's own, of payments, refunds and payouts.
 */
export const numberSearch = (text: string): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT found.order_id AS "orderId" FROM (
    SELECT id AS order_id FROM orders WHERE id = ${text}
    UNION ALL SELECT o.id FROM merchants m
      JOIN orders o ON o.merchant_id = m.id AND o.merchant_order_no = ${text}
    UNION ALL SELECT order_id FROM attempts WHERE id = ${text}
    UNION ALL SELECT order_id FROM attempts WHERE channel = ANY(${CHANNELS}) AND channel_order_no = ${text}
    UNION ALL SELECT order_id FROM attempts WHERE channel_ref = ${text}
    UNION ALL SELECT order_id FROM attempts WHERE tn = ${text}
    UNION ALL SELECT order_id FROM refunds WHERE id = ${text}
    UNION ALL SELECT r.order_id FROM merchants m
      JOIN refunds r ON r.merchant_id = m.id AND r.merchant_refund_no = ${text}
    UNION ALL SELECT order_id FROM refunds WHERE channel = ANY(${CHANNELS}) AND channel_order_no = ${text}
    UNION ALL SELECT order_id FROM refunds WHERE channel_ref = ${text}
    UNION ALL SELECT order_id FROM refund_cases WHERE id = ${text}
    UNION ALL SELECT c.order_id FROM payouts p JOIN refund_cases c ON c.id = ${CASE_OF} WHERE p.id = ${text}
    UNION ALL SELECT c.order_id FROM payouts p JOIN refund_cases c ON c.id = ${CASE_OF}
     WHERE p.channel = ANY(${CHANNELS}) AND p.channel_order_no = ${text}
    UNION ALL SELECT c.order_id FROM payouts p JOIN refund_cases c ON c.id = ${CASE_OF}
     WHERE p.channel_ref = ${text}
  ) found
  ORDER BY "orderId" DESC LIMIT 200`;

/** A payout of a case is asked for under "case:<id>:<try>". */
const CASE_OF = Prisma.sql`split_part(p.request_key, ':', 2)`;
const CHANNELS = Prisma.sql`'{balance,unionpay,bank,netsunion,carrier}'::channel[]`;

export async function selectNumbered(text: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ orderId: string }[]>(numberSearch(text));
  return rows.map(({ orderId }) => orderId);
}

/** Where a page ends, as the next one begins; undefined for what is no payment of ours. */
export async function selectPlace(attemptId: string): Promise<Narrowing['before'] | undefined> {
  const select = { id: true, createdAt: true };
  return (await db().attempt.findUnique({ where: { id: attemptId }, select })) ?? undefined;
}
