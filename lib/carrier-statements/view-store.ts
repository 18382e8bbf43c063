import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import { ageOf } from './rules';
import type {
  CarrierStatement,
  ComplaintRate,
  MerchantStatement,
  StatementDifference,
  Steps,
} from './statement';

/** The day it is for business: YYYY-MM-DD in Beijing. */
export async function selectBusinessDay(tx: Tx = db()): Promise<string> {
  const rows = await tx.$queryRaw<{ day: string }[]>`
    SELECT (business_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`;
  return present(rows[0], 'the day').day;
}

export const selectStatementFile = async (
  { lineId, month }: { lineId: string; month: string },
  tx: Tx = db(),
): Promise<{ id: string; fileHash: string } | null> =>
  tx.carrierStatement.findUnique({
    where: { lineId_month: { lineId, month } },
    select: { id: true, fileHash: true },
  });

const OF = Prisma.sql`s.id AS "statementId", s.line_id AS "lineId", n.name AS "lineName", n.carrier::text AS carrier,
  s.month, s.due_on::text AS "dueOn"`;

/** All merchants' parts of a statement together; one of which nothing was booked has zeros. */
const PARTS = Prisma.sql`
  SELECT coalesce(sum(payments), 0)::int AS payments, coalesce(sum(gross_minor), 0)::bigint AS gross,
         coalesce(sum(refunded_minor), 0)::bigint AS refunded,
         coalesce(sum(reductions), 0)::int AS reductions, coalesce(sum(reduction_minor), 0)::bigint AS reduction,
         coalesce(sum(bad_debts), 0)::int AS "badDebts", coalesce(sum(bad_debt_minor), 0)::bigint AS "badDebt",
         coalesce(sum(complaints), 0)::int AS complaints, coalesce(sum(complaint_minor), 0)::bigint AS complaint,
         coalesce(sum(share_minor), 0)::bigint AS share, coalesce(sum(fee_minor), 0)::bigint AS fee`;

type Minor<T, Keys extends keyof T> = Omit<T, Keys> & Record<Keys, bigint>;
type StepAmount = 'gross' | 'refunded' | 'reduction' | 'badDebt' | 'complaint' | 'share' | 'fee';

const stepsOf = (row: Minor<Steps, StepAmount>) => ({
  gross: cny(row.gross),
  refunded: cny(row.refunded),
  reduction: cny(row.reduction),
  badDebt: cny(row.badDebt),
  complaint: cny(row.complaint),
  share: cny(row.share),
  fee: cny(row.fee),
});

/** What a carrier owes for a statement: what it charged for us, less what came off, its share and what it paid. */
const OWED = Prisma.sql`p.gross - p.refunded - p.reduction - p."badDebt" - p.complaint - p.share - r.remitted`;

const PARTS_AND_REMITTED = Prisma.sql`
 CROSS JOIN LATERAL (${PARTS} FROM carrier_merchant_statements m WHERE m.statement_id = s.id) p
 CROSS JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0)::bigint AS remitted FROM carrier_remittances
                      WHERE statement_id = s.id) r`;
const WITH_PARTS = Prisma.sql`
  FROM carrier_statements s JOIN carrier_lines n ON n.id = s.line_id ${PARTS_AND_REMITTED}`;

const DAYS_OVERDUE = Prisma.sql`(business_now() AT TIME ZONE 'Asia/Shanghai')::date - s.due_on`;

type StatementRow = Minor<CarrierStatement, StepAmount | 'remitted' | 'owed'>;

async function selectWhere(tx: Tx, rest: Prisma.Sql): Promise<CarrierStatement[]> {
  const rows = await tx.$queryRaw<StatementRow[]>`
    SELECT ${OF}, s.lines, s.imported_at AS "importedAt", p.*, r.remitted, (${OWED})::bigint AS owed,
           (SELECT count(*)::int FROM carrier_statement_lines l WHERE l.statement_id = s.id AND l.finding <> 'matched') AS differing
      ${WITH_PARTS} ${rest}`;
  return rows.map((row) => ({
    ...row,
    ...stepsOf(row),
    remitted: cny(row.remitted),
    owed: cny(row.owed),
  }));
}

/** The newest month first; all of them, or those that something is owed for. */
export const selectStatements = ({
  most,
  owedOnly,
}: {
  most: number;
  owedOnly: boolean;
}): Promise<CarrierStatement[]> =>
  selectWhere(
    db(),
    Prisma.sql`WHERE ${owedOnly ? Prisma.sql`${OWED} > 0` : Prisma.sql`TRUE`}
      ORDER BY s.month DESC, n.carrier, n.name, s.id LIMIT ${most}`,
  );

export const selectStatement = async (
  statementId: string,
  tx: Tx = db(),
): Promise<CarrierStatement | undefined> =>
  (await selectWhere(tx, Prisma.sql`WHERE s.id = ${statementId}`))[0];

/** Statements that are not paid in full, or more than that, and for how long they have been due. */
export const selectDebts = (): Promise<
  { carrier: CarrierStatement['carrier']; owed: bigint; daysOverdue: number }[]
> => db().$queryRaw`
  SELECT n.carrier::text AS carrier, (${OWED})::bigint AS owed,
         ${DAYS_OVERDUE} AS "daysOverdue"
    ${WITH_PARTS} WHERE ${OWED} <> 0`;

type DifferenceRow = Minor<StatementDifference, 'amount' | 'share'>;

/** What nothing was booked for, the newest month first. */
export async function selectDifferences(most: number): Promise<StatementDifference[]> {
  const rows = await db().$queryRaw<DifferenceRow[]>`
    SELECT n.name AS "lineName", n.carrier::text AS carrier, s.month, l.line_no AS "lineNo", l.kind::text AS kind,
           l.finding::text AS finding, l.channel_order_no AS "channelOrderNo", l.amount_minor AS amount,
           l.share_minor AS share, l.attempt_id AS "attemptId"
      FROM carrier_statement_lines l JOIN carrier_statements s ON s.id = l.statement_id
      JOIN carrier_lines n ON n.id = s.line_id
     WHERE l.finding <> 'matched' ORDER BY s.month DESC, s.id, l.line_no LIMIT ${most}`;
  return rows.map((row) => ({ ...row, amount: cny(row.amount), share: cny(row.share) }));
}

const STOPPED = Prisma.sql`EXISTS (SELECT FROM carrier_stops x
  WHERE x.merchant_id = m.merchant_id AND x.line_id = s.line_id AND x.lifted_at IS NULL) AS stopped`;

/** The highest rates of the newest months first. */
export const selectComplaintRates = (most: number): Promise<ComplaintRate[]> =>
  db().$queryRaw`
    SELECT m.merchant_id AS "merchantId", c.name AS "merchantName", c.name_en AS "merchantNameEn",
           n.name AS "lineName", n.carrier::text AS carrier, s.month, m.payments, m.complained AS complaints, ${STOPPED}
      FROM carrier_merchant_statements m JOIN carrier_statements s ON s.id = m.statement_id
      JOIN carrier_lines n ON n.id = s.line_id JOIN merchants c ON c.id = m.merchant_id
     WHERE m.complained > 0
     ORDER BY s.month DESC, m.complained::numeric / greatest(m.payments, 1) DESC, m.merchant_id LIMIT ${most}`;

type MerchantRow = Omit<
  Minor<MerchantStatement, StepAmount | 'net' | 'carried' | 'credited'>,
  'unpaid'
> & { daysOverdue: number | null };

/** A merchant's statements, the newest month first; or one of them. */
export async function selectMerchantStatements({
  merchantId,
  statementId,
  most,
}: {
  merchantId: string;
  statementId?: string;
  most: number;
}): Promise<MerchantStatement[]> {
  const one = statementId ? Prisma.sql`AND s.id = ${statementId}` : Prisma.empty;
  const rows = await db().$queryRaw<MerchantRow[]>`
    SELECT ${OF}, m.payments, m.gross_minor AS gross, m.refunded_minor AS refunded, m.reductions,
           m.reduction_minor AS reduction, m.bad_debts AS "badDebts", m.bad_debt_minor AS "badDebt", m.complaints,
           m.complaint_minor AS complaint, m.share_minor AS share, m.fee_minor AS fee, m.net_minor AS net,
           m.carried_minor AS carried, m.credited_minor AS credited, m.complained,
           CASE WHEN ${OWED} > 0 THEN ${DAYS_OVERDUE} END AS "daysOverdue", ${STOPPED}
      FROM carrier_merchant_statements m JOIN carrier_statements s ON s.id = m.statement_id
      JOIN carrier_lines n ON n.id = s.line_id ${PARTS_AND_REMITTED}
     WHERE m.merchant_id = ${merchantId} ${one}
     ORDER BY s.month DESC, n.carrier, n.name, s.id LIMIT ${most}`;
  return rows.map(({ daysOverdue, ...row }) => ({
    ...row,
    ...stepsOf(row),
    unpaid: daysOverdue === null ? null : ageOf(daysOverdue),
    net: cny(row.net),
    carried: cny(row.carried),
    credited: cny(row.credited),
  }));
}
