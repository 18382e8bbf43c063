import { pool } from '@/lib/core/db';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { findOrders } from '@/lib/support/find-orders';
import type { OrderSearch } from '@/lib/support/search-rules';
import { fillOrders, ORDERS } from './office-search-scene';

const ROUNDS = 200;
const AIM_MS = 200;
const by: StaffActor = { id: 'usr_bench', staffRole: 'agent' };
/** Each way to pay has every tail: five orders in a row, one of each, have the same. */
const tailOf = (n: number): string => String(Math.floor(n / 5) % 10_000).padStart(4, '0');

/** Each way of asking, for the n-th order; what is found has to be there. */
const QUESTIONS: Record<string, (n: number) => OrderSearch> = {
  'our number': (n) => ({ number: `ord_bench${String(n).padStart(21, '0')}` }),
  'the shop’s number': (n) => ({ number: `B-${n}` }),
  'the channel’s number': (n) => ({ number: `ref${n}` }),
  TN: (n) => ({ number: `tn${n}` }),
  amount: (n) => ({ amountMinor: BigInt(100 + (n % 20_000)) }),
  'amount + minute': (n) => ({
    amountMinor: BigInt(100 + (n % 20_000)),
    minute: new Date(Date.UTC(2026, 0, 1) + n * 20_000),
  }),
  'phone tail': (n) => ({ phoneTail: tailOf(n) }),
  // Of five in a row the first is a phone bill's.
  'phone tail + amount': (n) => ({
    phoneTail: tailOf(n),
    amountMinor: BigInt(100 + ((n - (n % 5)) % 20_000)),
  }),
  'card tail': (n) => ({ cardTail: tailOf(n) }),
  'four digits, whichever': (n) => ({ number: tailOf(n), tail: tailOf(n) }),
  'the latest': () => ({}),
};

/** How long support waits for an order among a million, in ms, by what it is found by. */
async function run(): Promise<void> {
  await fillOrders();
  const names = Object.keys(QUESTIONS);
  const width = Math.max(...names.map((name) => name.length));
  process.stdout.write(`${`among ${ORDERS} orders, ms`.padEnd(width)}      p50      p95\n`);
  let worst = 0;
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Spread over all of them: what was just read is not asked for again.
      const n = 1 + ((round * 7_919 * 131) % ORDERS);
      const startedAt = process.hrtime.bigint();
      const { orders } = await findOrders({ ...question(n), by });
      took.push(Number(process.hrtime.bigint() - startedAt) / 1e6);
      if (orders.length === 0) throw new Error(`${name} found nothing for order ${n}`);
    }
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
    worst = Math.max(worst, at(0.95));
    process.stdout.write(
      `${name.padEnd(width)}  ${at(0.5).toFixed(1).padStart(7)}  ${at(0.95).toFixed(1).padStart(7)}\n`,
    );
  }
  process.stdout.write(`aim: each under ${AIM_MS} ms\n`);
  if (worst > AIM_MS) process.exitCode = 1;
  await pool().end();
}

void run();
