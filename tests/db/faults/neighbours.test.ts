import { expect, test } from 'vitest';
import { BREAKER } from '@/lib/channel-health/rules';
import { pool } from '@/lib/core/db';
import { sweepAttempts } from '@/lib/payments/sweep-attempts';
import { behindProxy } from '@/tests/support/behind-proxy';
import { startCardRails } from '@/tests/support/card-rails';
import { testFaults } from '@/tests/support/neighbour-faults';
import { BANK, type Deal, NETSUNION, settled, UNIONPAY } from '@/tests/support/neighbour-scenes';
import { refusalCode } from '@/tests/support/refusal-code';

const around = behindProxy(startCardRails, ({ env }) => String(env.BANK_API_ORIGIN));
const control = (path: string) => around().control(path);

testFaults(around, UNIONPAY, NETSUNION, BANK);

/** Lets so many seconds pass for payments that are open, with a worker that sweeps at their end. */
async function passSeconds(deal: Deal, seconds: number): Promise<void> {
  await pool().query(
    `UPDATE attempts SET requested_at = requested_at - make_interval(secs => $1),
            payable_until = payable_until - make_interval(secs => $1),
            next_ask_at = next_ask_at - make_interval(secs => $1) WHERE state = 'unknown'`,
    [seconds],
  );
  if ((await sweepAttempts()) > 0) await deal.ask();
}

test('nobody can be asked for half an hour: nothing is decided, questions are few, and then it is settled once', async () => {
  const { proxy } = around();
  const begin = await NETSUNION.prepare(control);
  await proxy.fail('drop reply', NETSUNION.moving);
  const deal = await begin();
  await proxy.fail('502', NETSUNION.asking);
  const before = proxy.calls.length;
  for (let second = 0; second < 1_800; second += 10) await passSeconds(deal, 10);
  expect(await deal.state()).toBe('unknown');
  expect(await deal.moved()).toEqual({ here: 0, there: 1 });
  const asked = proxy.calls.length - before;
  expect(asked).toBeGreaterThan(4);
  expect(asked).toBeLessThan(15);

  await proxy.heal();
  // The last of its schedule: nobody comes back to ask, and no notice comes.
  for (let second = 0; second < 7_200; second += 60) await passSeconds(deal, 60);
  expect(await deal.state()).toBe('succeeded');
  expect(await deal.moved()).toEqual({ here: 1, there: 1 });
  expect(proxy.calls.length - before).toBe(asked + 1);
});

test('the breaker opens after a row of failures, lets one caller try, and closes on its answer', async () => {
  const { proxy } = around();
  const begins = [];
  for (let at = 0; at < BREAKER.failuresToOpen + 2; at += 1) {
    begins.push(await UNIONPAY.prepare(control));
  }
  await proxy.fail('500');
  for (const begin of begins.splice(0, BREAKER.failuresToOpen)) {
    expect(await (await begin()).state()).toBe('unknown');
  }
  const stateOf = async () => {
    const { rows } = await pool().query(
      "SELECT state FROM channel_breakers WHERE channel = 'unionpay' AND operation = 'pay'",
    );
    return rows[0]?.state;
  };
  expect(await stateOf()).toBe('open');

  // The other channel is down as well: nothing is begun at UnionPay, and the shopper is told so.
  const before = proxy.calls.filter((path) => UNIONPAY.moving.test(path)).length;
  const [kept, last] = begins;
  expect(await refusalCode(kept?.() ?? Promise.resolve())).toBe('method_unavailable');
  expect(proxy.calls.filter((path) => UNIONPAY.moving.test(path))).toHaveLength(before);

  await proxy.heal();
  await pool().query("UPDATE channel_breakers SET probe_at = now() - interval '1 ms'");
  const deal = await last?.();
  expect(deal && (await settled(deal))).toBe('succeeded');
  expect(await stateOf()).toBe('closed');
});
