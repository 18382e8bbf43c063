import { pool } from '@/lib/core/db';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import { entryOf } from '@/lib/ledger/entry';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import type { Order } from '@/lib/orders/order';
import { settleBalancePayment } from '@/lib/payments/settle-balance-payment';
import { quotaOf } from '@/lib/persons/quota-rules';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { fillBooks, makeCustomers, makeOrders, payments } from './ledger-scene';
import { printRatios, rate } from './measure';
import { findPgbench, runPgbench } from './pgbench';

const ROUNDS = 5;
const POSTS = 20_000;
// Long enough for each of its connections to have planned what it calls.
const SECONDS = 10;
const PAST = 1_000_000;

type Work = () => Promise<number>;

/**
 * The ledger's speeds as ratios from one run on one server, each the median of the ratios of several
 * rounds, whose measures take turns. The yardstick is PostgreSQL's own benchmark program running the same post.
 */
async function run(): Promise<void> {
  const { merchantId, customerId } = await makePayableOrder({ balanceMinor: 1n });
  const customers = await makeCustomers(merchantId);
  const hot = [merchantId];
  const spread = Array.from({ length: 256 }, (_, number) => `mer_bench_${number}`);
  const many = (callers: number, merchants: readonly string[]) => () =>
    rate(payments(POSTS, customers, merchants), callers, post);
  await rate(payments(4_000, customers, [...hot, ...spread]), 128, post);

  const measured = await inTurns(ROUNDS, {
    pgbench: await yardstick(customers, merchantId),
    gathered128: many(128, hot),
    gathered512: many(512, hot),
    spread: many(128, spread),
    alone: () => rate(payments(500, customers, hot), 1, post),
    plain: () => rate(payments(500, customers, hot), 1, postPlainly),
    byBalance: payByBalance(merchantId, customers),
  });
  const before = await passwordChecks(customerId);
  await fillBooks(PAST);
  const after = await passwordChecks(customerId);
  const full = await inTurns(ROUNDS, { gathered128: many(128, hot) });

  const { pgbench, gathered128, gathered512 } = measured;
  printRatios([
    ['gathered, 128 callers ÷ pgbench, 128 clients', gathered128, pgbench, 1],
    ['gathered, 512 callers ÷ pgbench, 128 clients', gathered512, pgbench, 1.5],
    ['one hot merchant ÷ 256 merchants', gathered128, measured.spread, 0.95],
    ['one caller’s latency ÷ the plain call’s (at most)', measured.plain, measured.alone, 1.3],
    [`${PAST} entries there already ÷ empty`, full.gathered128, gathered128, 0.9],
    ['balance payment, after the password ÷ pgbench’s bare post', measured.byBalance, pgbench, 0.6],
    ['balance payment, after the password ÷ gathered post', measured.byBalance, gathered128, 0.6],
  ]);
  // Nothing of the books is in these: where they differ, the machine itself was slower or faster meanwhile.
  process.stdout.write(
    `payment password checks a second: ${before.toFixed(0)} before the million entries, ${after.toFixed(0)} after\n`,
  );
  const { findings, entries } = await checkBooks();
  process.stdout.write(`books: ${entries} entries, ${findings.length} findings\n`);
  if (findings.length > 0) process.exitCode = 1;
  await pool().end();
}

/** Each measure once a round, in turn, every other round backwards: what each came to, by round. */
async function inTurns<Name extends string>(
  rounds: number,
  works: Record<Name, Work>,
): Promise<Record<Name, number[]>> {
  const turns = Object.entries(works) as [Name, Work][];
  const rates = Object.fromEntries(turns.map(([name]): [Name, number[]] => [name, []])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of round % 2 === 0 ? turns : turns.toReversed()) {
      rates[name].push(await work());
    }
  }
  return rates;
}

const passwordChecks = (customerId: string): Promise<number> =>
  rate(
    Array.from({ length: 60 }, () => ({ customerId, password: PASSWORD })),
    2,
    checkPaymentPassword,
  );

const post = async (event: Parameters<typeof postAtOnce>[0]): Promise<void> => {
  await postAtOnce(event);
};

async function postPlainly(event: Parameters<typeof postAtOnce>[0]): Promise<void> {
  await pool().query({
    name: 'bench_post_entry',
    text: 'SELECT post_entry($1::jsonb)',
    values: [JSON.stringify(entryOf(event))],
  });
}

/** The same posts, made beforehand, by pgbench; where there is none, the same SQL over node-postgres. */
async function yardstick(customers: readonly string[], merchantId: string): Promise<Work> {
  const program = findPgbench();
  if (!program) {
    process.stdout.write('pgbench is not on this machine: the same SQL runs over node-postgres\n');
    return () => rate(payments(POSTS / 4, customers, [merchantId]), 20, postPlainly);
  }
  await pool().query(`
    CREATE TABLE bench_posts (n bigint PRIMARY KEY, entry jsonb NOT NULL);
    CREATE SEQUENCE bench_post`);
  const sql = "SELECT post_entry(entry) FROM bench_posts WHERE n = (SELECT nextval('bench_post'))";
  return async () => {
    const entries = payments(30_000, customers, [merchantId]).map(entryOf);
    await pool().query(
      `INSERT INTO bench_posts SELECT (SELECT last_value FROM bench_post) + n, entry
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS t (entry, n) ON CONFLICT DO NOTHING`,
      [JSON.stringify(entries)],
    );
    // Or its plan reads the whole table for each post, and the yardstick is none.
    await pool().query('ANALYZE bench_posts');
    return runPgbench(program, { sql, clients: 128, seconds: SECONDS });
  };
}

/** Payments of orders by the use case, once the password has been checked. */
function payByBalance(merchantId: string, customers: readonly string[]): Work {
  return async () => {
    const orders = await makeOrders(merchantId, 6_000);
    const places = new Map(orders.map(({ id }, place) => [id, place]));
    return rate(orders, 128, async (order: Order) => {
      const payer = customers[(places.get(order.id) ?? 0) % customers.length] ?? '';
      const quota = quotaOf(
        { payerId: payer, class: 'III' },
        { amount: order.amount, strength: 'password' },
      );
      const refused = await settleBalancePayment(order, { customerId: payer, host: 'pc', quota });
      if (refused) throw new Error(refused);
    });
  };
}

void run();
