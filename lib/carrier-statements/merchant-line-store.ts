import { db } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import type { LineKind } from './statement';

/** A line of a statement as the merchant sees it: with its own order number. */
export interface MerchantLine {
  lineNo: number;
  kind: LineKind;
  merchantOrderNo: string;
  channelOrderNo: string;
  amount: Money;
  share: Money;
  occurredAt: Date;
}

type Row = Omit<MerchantLine, 'amount' | 'share'> & { amountMinor: bigint; shareMinor: bigint };

/** A merchant's booked lines in the order of the file. */
export async function selectMerchantLines(page: {
  merchantId: string;
  statementId: string;
  after: number;
  most: number;
}): Promise<MerchantLine[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT l.line_no AS "lineNo", l.kind::text AS kind, o.merchant_order_no AS "merchantOrderNo",
           l.channel_order_no AS "channelOrderNo", l.amount_minor AS "amountMinor", l.share_minor AS "shareMinor",
           l.occurred_at AS "occurredAt"
      FROM (SELECT * FROM carrier_statement_lines WHERE statement_id = ${page.statementId}
               AND merchant_id = ${page.merchantId} AND finding = 'matched' AND line_no > ${page.after}
             ORDER BY line_no LIMIT ${page.most}) l
      JOIN attempts a ON a.id = l.attempt_id JOIN orders o ON o.id = a.order_id ORDER BY l.line_no`;
  return rows.map(({ amountMinor, shareMinor, ...row }) => ({
    ...row,
    amount: cny(amountMinor),
    share: cny(shareMinor),
  }));
}
