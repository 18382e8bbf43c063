import { Client } from 'pg';

export interface Attempt {
  id: string;
  state: string;
  channel_order_no: string;
  asks: number;
}

export interface Database {
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  attempts(payUrl: string): Promise<Attempt[]>;
  /** Payments of this order that the ledger has, and how much of them it gave back. */
  booked(payUrl: string): Promise<{ paid: number; returned: number }>;
  close(): Promise<void>;
}

const tokenOf = (payUrl: string): string => new URL(payUrl).pathname.split('/')[2] ?? '';

export async function openDatabase(url: string): Promise<Database> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const query = async (text: string, values?: unknown[]) =>
    (await client.query<Record<string, unknown>>(text, values)).rows;
  return {
    query,
    attempts: async (payUrl) => {
      const rows = await query(
        `SELECT a.id, a.state, a.channel_order_no, a.asks FROM attempts a JOIN orders o ON o.id = a.order_id
          WHERE o.pay_token = $1 ORDER BY a.created_at, a.id`,
        [tokenOf(payUrl)],
      );
      return rows as unknown as Attempt[];
    },
    booked: async (payUrl) => {
      const [row] = await query(
        `SELECT count(*) FILTER (WHERE e.event IN ('balance_payment', 'channel_payment', 'late_payment_received'))::int AS paid,
                count(*) FILTER (WHERE e.event = 'late_refund_settled')::int AS returned
           FROM ledger_entries e JOIN orders o ON o.id = e.business_ref WHERE o.pay_token = $1`,
        [tokenOf(payUrl)],
      );
      return { paid: Number(row?.paid), returned: Number(row?.returned) };
    },
    close: () => client.end(),
  };
}
