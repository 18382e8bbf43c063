import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { makePayers } from '@/tests/support/demo-payers';
import { isPaid, type PayingAt, payOnce } from '@/tests/support/paying-shopper';
import { type RoundRobin, startRoundRobin } from '@/tests/support/round-robin';
import { freePort } from '@/tests/support/sandbox-process';

const { origin, sandboxOrigin, env } = inject('stack');

let before: RoundRobin;
beforeAll(async () => {
  before = await startRoundRobin({ host: new URL(origin).host });
  // One of the two is down.
  before.serve([`http://localhost:${await freePort()}`, origin]);
});
afterAll(() => before.close());

test.each(['balance', 'quickpass', 'carrier'] as const)(
  'behind a plain round-robin, one of whose apps is down, a shopper with nothing but forms pays by %s and hears of it',
  async (method) => {
    const at: PayingAt = {
      ...{ origin, sandboxOrigin, by: before.origin, apiKey: env.DEMO_SHOP_API_KEY ?? '' },
      query: (text, values) => pool().query(text, values),
    };
    const [payer] = await makePayers(1);
    if (!payer) throw new Error('nobody pays');
    const { order } = await payOnce(at, method, payer);
    expect(await isPaid(at, order)).toBe(true);
    const { rows } = await pool().query(
      `SELECT a.method, a.state FROM attempts a WHERE a.order_id = $1`,
      [order.id],
    );
    expect(rows).toEqual([{ method, state: 'succeeded' }]);
    expect(before.brokenOff()).toBe(0);
  },
);
