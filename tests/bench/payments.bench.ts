import { createHash } from 'node:crypto';
import { pool } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import type { Order } from '@/lib/orders/order';
import { settleBalancePayment } from '@/lib/payments/settle-balance-payment';
import { startPayment } from '@/lib/payments/start-payment';
import { quotaOf } from '@/lib/persons/quota-rules';
import { makePayableOrder, PASSWORD, topUp } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { makeCustomers, makeOrders } from './ledger-scene';
import { type Measured, printTable, rate } from './measure';
import { postPayForm, readPayForm } from './pay-over-http';

const CALLERS = 32;
const FAST = 4000;
const SLOW = 200;
const BY_BALANCE = { method: 'balance', paymentPassword: PASSWORD };

/**
 * Balance payments per second: the same SQL sent straight from node-postgres as the yardstick,
 * then the use case, then the page over HTTP; one hot merchant, many customers, one server, one run.
 * The check of the payment password (scrypt, made to be slow) stands apart.
 */
async function run(): Promise<void> {
  const origin = process.env.APP_ORIGIN ?? '';
  const story = await makePayableOrder({ balanceMinor: 1n });
  const { merchantId, customerId } = story;
  await topUp(customerId, 10n ** 12n);
  const customers = await makeCustomers(merchantId);
  const payerOf = (order: Order) => {
    const payer = someOf(customers, order);
    const quota = quotaOf(
      { payerId: payer, class: 'III' },
      { amount: order.amount, strength: 'password' },
    );
    return { customerId: payer, host: 'pc' as const, quota };
  };
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
    await settleBalancePayment(order, payerOf(order));
  });

  const items = (await makeOrders(merchantId, FAST)).map((order) =>
    rawItem(order, someOf(customers, order)),
  );
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
    const refused = await settleBalancePayment(order, payerOf(order));
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
      host: DESKTOP,
      actor: { userId: null },
    });
  });

  const pages = await makeOrders(merchantId, SLOW);
  const forms: FormData[] = [];
  await measure('GET of the cashier page over HTTP', 4, pages, async ({ payToken }) => {
    forms.push(await readPayForm(`${origin}/pay/${payToken}`, BY_BALANCE));
  });
  await measure('POST of the form over HTTP (with the password)', 4, forms, (form) =>
    postPayForm(origin, form),
  );

  printTable(rows);
  const { findings, entries } = await checkBooks();
  process.stdout.write(`books: ${entries} entries, ${findings.length} findings\n`);
  if (findings.length > 0) process.exitCode = 1;
  await pool().end();
}

/** Always the same customer for the same order, all of them equally often. */
const someOf = (customers: readonly string[], { id }: Order): string =>
  customers[createHash('sha256').update(id).digest().readUInt32BE(0) % customers.length] ?? '';

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
