import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import type { Order } from '@/lib/orders/order';
import { settleBalancePayment } from '@/lib/payments/settle-balance-payment';
import { startPayment } from '@/lib/payments/start-payment';
import { makePayableOrder, PASSWORD, topUp } from '@/tests/support/factories/payable-order';
import { type Measured, printTable, rate } from './measure';
import { payOverHttp, readPayForm } from './pay-over-http';

const CALLERS = 32;
const FAST = 4000;
const SLOW = 200;

/**
 * Balance payments per second: the same SQL sent straight from node-postgres as the yardstick,
 * then the use case, then the page over HTTP; one hot merchant and one hot customer's orders on
 * one server in one run. The check of the payment password (scrypt, made to be slow) stands apart.
 */
async function run(): Promise<void> {
  const origin = process.env.APP_ORIGIN ?? '';
  const story = await makePayableOrder({ balanceMinor: 1n });
  const { merchantId, customerId } = story;
  await topUp(customerId, 10n ** 12n);
  const payer = { customerId, host: 'pc' as const };
  const rows: Measured[] = [];
  const measure = async <T>(
    what: string,
    callers: number,
    items: T[],
    work: (item: T) => Promise<void>,
  ) => {
    rows.push({ what, callers, perSecond: await rate(items, callers, work) });
  };

  // The connections and the planner are warm before anything is counted.
  await rate(await makeOrders(merchantId, 500), CALLERS, async (order) => {
    await settleBalancePayment(order, payer);
  });

  const items = (await makeOrders(merchantId, FAST)).map((order) => rawItem(order, customerId));
  await measure(
    'settle_payments sent straight from node-postgres',
    CALLERS,
    items,
    async (item) => {
      await pool().query({
        name: 'bench_settle',
        text: 'SELECT settle_payments($1::jsonb)',
        values: [item],
      });
    },
  );

  const orders = await makeOrders(merchantId, FAST);
  await measure('use case, password already checked', CALLERS, orders, async (order) => {
    const refused = await settleBalancePayment(order, payer);
    if (refused) throw new Error(refused);
  });

  const tries = Array.from({ length: SLOW }, () => ({ customerId, password: PASSWORD }));
  await measure('payment password check alone', 4, tries, checkPaymentPassword);

  const whole = await makeOrders(merchantId, SLOW);
  await measure('use case, whole (with the password)', 4, whole, async ({ payToken }) => {
    await startPayment({
      token: payToken,
      method: 'balance',
      paymentPassword: PASSWORD,
      host: 'pc',
      actor: { userId: null },
    });
  });

  const pages = await makeOrders(merchantId, SLOW);
  const forms: FormData[] = [];
  await measure('GET of the cashier page over HTTP', 4, pages, async ({ payToken }) => {
    forms.push(await readPayForm(`${origin}/pay/${payToken}`, PASSWORD));
  });
  await measure('POST of the form over HTTP (with the password)', 4, forms, (form) =>
    payOverHttp(origin, form),
  );

  printTable(rows);
  const { findings, entries } = await checkBooks();
  process.stdout.write(`books: ${entries} entries, ${findings.length} findings\n`);
  if (findings.length > 0) process.exitCode = 1;
  await pool().end();
}

/** So many open orders of one fen, written in one statement. */
async function makeOrders(merchantId: string, count: number): Promise<Order[]> {
  const ids = Array.from({ length: count }, () => newId('ord'));
  const { rows } = await pool().query<{ token: string }>(
    `INSERT INTO orders (id, merchant_id, merchant_order_no, amount_minor, currency, subject, goods,
                         customer_reference, content_hash, pay_token, expires_at)
     SELECT id, $2, id, 1, 'CNY', 'bench', 'digital', 'alice', 'bench', 'bench_' || id, now() + interval '1 day'
       FROM unnest($1::text[]) AS id RETURNING pay_token AS token`,
    [ids, merchantId],
  );
  const first = await findOrderByToken(rows[0]?.token ?? '');
  if (!first) throw new Error('no orders were made');
  return ids.map((id) => ({ ...first, id, merchantOrderNo: id, payToken: `bench_${id}` }));
}

/** What the use case would send, made beforehand: the yardstick pays for nothing but the SQL. */
function rawItem(order: Order, customerId: string): string {
  const id = newId('att');
  const amountMinor = order.amount.amountMinor.toString();
  const line = (subject: string, owner: string, side: string) => ({
    subject,
    owner,
    side,
    amountMinor,
  });
  const entry = {
    id: newId('ent'),
    entryKey: `payment:${id}`,
    event: 'balance_payment',
    businessRef: order.id,
    currency: 'CNY',
    lines: [
      line('customer_balance', customerId, 'debit'),
      line('merchant_pending', order.merchantId, 'credit'),
    ],
  };
  const create = {
    orderId: order.id,
    merchantId: order.merchantId,
    method: 'balance',
    channel: 'balance',
    channelOrderNo: newSortableNumber(),
    amountMinor,
    currency: 'CNY',
    customerId,
    host: 'pc',
  };
  const attempt = { id, from: ['created'], event: 'succeed', to: 'succeeded', create };
  const settled = { id: order.id, from: ['open'], event: 'pay', unexpired: true };
  const event = { id: newId('evt'), topic: 'order.paid', merchantId: order.merchantId };
  return JSON.stringify([
    { actor: customerId, cause: 'paid from balance', attempt, order: settled, entry, event },
  ]);
}

void run();
