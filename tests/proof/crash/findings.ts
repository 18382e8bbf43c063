import { pool } from '@/lib/core/db';
import type { ChannelList } from '@/tests/support/channel-list';
import { movedAtChannel } from './at-channel';

/** What is wrong in the database at this very moment: these hold between any two commits. */
export async function findingsNow(): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    'SELECT code FROM check_books() UNION SELECT code FROM check_histories()',
  );
  return rows.map(({ code }) => code);
}

/** What nobody would ever ask the channel about again. */
export async function forgotten(orderId: string): Promise<string[]> {
  const { rows } = await pool().query(
    `SELECT FROM attempts WHERE order_id = $1 AND channel <> 'balance' AND next_ask_at IS NULL
        AND state IN ('sent', 'waiting', 'unknown', 'superseded')
     UNION ALL
     SELECT FROM refunds WHERE order_id = $1 AND next_ask_at IS NULL AND state IN ('sent', 'waiting', 'unknown')`,
    [orderId],
  );
  return rows.map(() => 'nobody asks the channel about it');
}

interface Here {
  number: string;
  channel: string;
  state: string;
  amount: string;
}

/** Everything that is wrong after an order has come to rest: in the database, and between it and the channel. */
export async function findingsOf(at: ChannelList, orderId: string): Promise<string[]> {
  const { rows: attempts } = await pool().query<Here>(
    `SELECT channel_order_no AS number, channel, state, amount_minor AS amount FROM attempts WHERE order_id = $1`,
    [orderId],
  );
  const { rows: refunds } = await pool().query<Here>(
    `SELECT channel_order_no AS number, channel, state, amount_minor AS amount FROM refunds
      WHERE order_id = $1 AND route IN ('undo', 'refund')`,
    [orderId],
  );
  const moved = await movedAtChannel(at);
  return [
    ...(await findingsNow()),
    ...paymentFindings(moved, attempts),
    ...refundFindings(moved, refunds),
  ];
}

type Moved = Awaited<ReturnType<typeof movedAtChannel>>;

function paymentFindings({ charges }: Moved, attempts: readonly Here[]): string[] {
  const paid = attempts.filter(({ state }) => state === 'succeeded');
  const byBalance = paid.filter(({ channel }) => channel === 'balance').length;
  const here = paid.filter(({ channel }) => channel !== 'balance');
  const kept = charges.filter(({ txnAmt, returnedFen }) => BigInt(txnAmt) > returnedFen);
  // Given back in whole on request it is still what has paid the order.
  const standing = charges.filter(
    ({ orderId }) => kept.some((one) => one.orderId === orderId) || isIn(here, orderId),
  );
  const all = kept.length + byBalance;
  const known = attempts.map(({ number }) => number);
  return [
    ...(all > 1 ? ['charged more than once'] : []),
    ...(standing.length + byBalance === 0 ? ['paid by nobody'] : []),
    ...kept.flatMap(({ orderId }) => {
      if (!known.includes(orderId)) return ['charged there and not known here'];
      return isIn(here, orderId) ? [] : ['paid there and not here'];
    }),
    ...here.flatMap(({ number, amount }) => {
      const there = charges.find(({ orderId }) => orderId === number);
      if (!there) return ['paid here and not there'];
      return there.txnAmt === amount ? [] : ['paid here for more than was charged there'];
    }),
  ];
}

function refundFindings({ charges, returns }: Moved, refunds: readonly Here[]): string[] {
  const here = refunds.filter(({ state }) => state === 'succeeded');
  return [
    ...charges.flatMap(({ txnAmt, returnedFen }) =>
      returnedFen > BigInt(txnAmt) ? ['given back more than was paid'] : [],
    ),
    ...returns.flatMap(({ orderId }) =>
      isIn(here, orderId) ? [] : ['given back there and not here'],
    ),
    ...here.flatMap(({ number, amount }) => {
      const there = returns.find(({ orderId }) => orderId === number);
      return there?.txnAmt === amount ? [] : ['given back here and not there'];
    }),
  ];
}

const isIn = (rows: readonly Here[], no: string): boolean =>
  rows.some(({ number }) => number === no);
