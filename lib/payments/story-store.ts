import { readRows } from '@/lib/core/read-rows';
import { columnsOf, columnsWith } from '@/lib/core/sql-columns';
import type { Merchant } from '@/lib/merchants/merchant';
import { merchantRows } from '@/lib/merchants/store';
import type { Order } from '@/lib/orders/order';
import { ORDER_COLUMNS, type OrderRow, orderOf } from '@/lib/orders/store';
import { Prisma } from '@/prisma/generated/client';
import type { Attempt } from './attempt';
import { ATTEMPT_COLUMNS, type AttemptRow, toAttempt } from './store';

/** An order with all that its page tells of it whoever looks. */
export interface Story {
  order: Order;
  merchant: Merchant;
  /** Oldest first. */
  attempts: Attempt[];
  mark: string;
  /** When a phone has last scanned the code on another screen's page, whoever's; null: never. */
  scannedAt: Date | null;
  /** By the database's clock, after all the rest was read. */
  now: Date;
}

interface Row extends Pick<Story, 'merchant' | 'mark' | 'scannedAt' | 'now'> {
  'attempt.id': string | null;
}

// The same for every order: put together once.
const COLUMNS = Prisma.sql`
  ${columnsOf(ORDER_COLUMNS, 'o', 'order.')}, ${columnsOf(ATTEMPT_COLUMNS, 'a', 'attempt.')}`;

/** In one statement, so of one moment: a payment may settle while a page is being made. */
export async function selectStory(payToken: string): Promise<Story | undefined> {
  const rows = await readRows<Row>(
    'order_story',
    Prisma.sql`
      SELECT ${COLUMNS},
             (SELECT to_json(m) FROM (${merchantRows()} WHERE m.id = o.merchant_id) m) AS merchant,
             (SELECT mark FROM order_marks(ARRAY[o.id])) AS mark,
             (SELECT max(scanned_at) FROM order_scans WHERE order_id = o.id) AS "scannedAt",
             clock_timestamp()::timestamptz(3) AS now
        FROM orders o LEFT JOIN attempts a ON a.order_id = o.id
       WHERE o.pay_token = ${payToken}
       ORDER BY a.created_at, a.id`,
  );
  const [first] = rows;
  if (!first) return undefined;
  const { merchant, mark, scannedAt, now } = first;
  return {
    // The columns are those of the selections.
    order: orderOf(columnsWith(first, 'order.') as OrderRow),
    attempts: rows
      .filter((row) => row['attempt.id'] !== null)
      .map((row) => toAttempt(columnsWith(row, 'attempt.') as AttemptRow)),
    merchant,
    mark,
    scannedAt,
    now,
  };
}
