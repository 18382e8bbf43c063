import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { expireHolds } from '@/lib/ledger/expire-holds';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import { sumInternalAccounts } from '@/lib/ledger/sum-internal-accounts';
import {
  answerOf,
  balanceMinor,
  findings,
  fundedCustomer,
  payment,
  post,
} from '@/tests/support/factories/ledger';
import { type Command, command, LedgerModel, LedgerWorld } from '@/tests/support/ledger-model';

const standing = async (world: LedgerWorld) => ({
  accounts: await Promise.all(
    world.customers.map(async (_, n) => {
      const account = await findLedgerAccount(world.ref(n));
      return account && [account.balance.amountMinor, account.held.amountMinor];
    }),
  ),
  paid: (await balanceOf({ subject: 'merchant_pending', owner: world.merchantId })).amountMinor,
});
const expected = (model: LedgerModel, world: LedgerWorld) => ({
  accounts: world.customers.map((_, n) => {
    const balance = model.balances.get(n);
    return balance === undefined ? undefined : [balance, model.heldOn(n)];
  }),
  paid: model.paid,
});

test('one after the other, every command is answered and booked as the model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command(8, 4), { minLength: 10, maxLength: 40 }),
      async (commands) => {
        const [world, model] = [new LedgerWorld(), new LedgerModel()];
        for (const [n, one] of commands.entries()) {
          const ofHold = (hold: number) => model.holds.get(hold)?.account ?? 0;
          expect([one, await world.ask(one, ofHold)]).toEqual([one, model.ask(one)]);
          expect(await standing(world)).toEqual(expected(model, world));
          if (n % 7 === 0) await sumInternalAccounts();
        }
        expect(await findings()).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

interface Told {
  asked: Command;
  answer: string;
}

/** The holds that anybody was told of, from the answers alone; each has one content, for all who asked. */
function holdsOf(told: Told[]): Map<number, { account: number; amount: bigint }> {
  const holds = new Map<number, { account: number; amount: bigint }>();
  for (const { asked, answer } of told) {
    if (asked.do !== 'place' || answer !== 'held') continue;
    const { account, amount } = asked;
    const known = holds.get(asked.hold);
    if (known) expect({ account, amount }).toEqual(known);
    holds.set(asked.hold, { account, amount });
  }
  return holds;
}

/** What must be on the accounts when each accepted command took effect exactly once, in whatever order. */
function effectOf(told: Told[], world: LedgerWorld) {
  const balances = world.customers.map(() => 0n);
  const held = world.customers.map(() => 0n);
  const booked = new Map<number, Map<number, bigint>>();
  const holds = holdsOf(told);
  let paid = 0n;
  const add = (account: number, delta: bigint) => {
    balances[account] = (balances[account] ?? 0n) + delta;
  };
  const posted = told.filter(({ answer }) => answer === 'posted');
  for (const { asked } of posted) {
    if (asked.do === 'reverse' || asked.do === 'place' || asked.do === 'release') continue;
    expect(booked.has(asked.key)).toBe(false);
    const deltas = new Map<number, bigint>();
    if (asked.do === 'top-up') deltas.set(asked.to, asked.amount);
    if (asked.do === 'pay') deltas.set(asked.from, -asked.amount);
    if (asked.do === 'transfer') deltas.set(asked.from, -asked.amount).set(asked.to, asked.amount);
    if (asked.do === 'capture') deltas.set(holds.get(asked.hold)?.account ?? -1, -asked.amount);
    booked.set(asked.key, deltas);
    for (const [account, delta] of deltas) add(account, delta);
    if (asked.do === 'pay' || asked.do === 'capture') paid += asked.amount;
  }
  const reversed = new Set<number>();
  for (const { asked } of posted) {
    if (asked.do !== 'reverse') continue;
    expect(reversed.has(asked.key)).toBe(false);
    reversed.add(asked.key);
    const first = posted.find(
      (one) => 'key' in one.asked && one.asked.key === asked.key && one.asked.do !== 'reverse',
    );
    for (const [account, delta] of booked.get(asked.key) ?? []) add(account, -delta);
    if (first?.asked.do === 'pay' || first?.asked.do === 'capture') paid -= first.asked.amount;
  }
  const released = new Set(
    told.flatMap(({ asked, answer }) =>
      asked.do === 'release' && answer === 'released' ? [asked.hold] : [],
    ),
  );
  for (const [hold, { account, amount }] of holds) {
    const captured = posted.reduce(
      (sum, { asked }) =>
        asked.do === 'capture' && asked.hold === hold ? sum + asked.amount : sum,
      0n,
    );
    expect(captured).toBeLessThanOrEqual(amount);
    if (!released.has(hold)) held[account] = (held[account] ?? 0n) + amount - captured;
  }
  return { balances, held, paid, entries: booked.size + reversed.size };
}

test('many callers at once: every accepted command is there once, every refused one not at all', async () => {
  const lists = fc.array(fc.array(command(60, 3), { minLength: 8, maxLength: 20 }), {
    minLength: 4,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(lists, async (callers) => {
      const world = new LedgerWorld();
      const told: Told[] = [];
      const ofHold = (hold: number) => holdsOf(told).get(hold)?.account ?? 0;
      const calling = callers.map(async (commands) => {
        for (const asked of commands) told.push({ asked, answer: await world.ask(asked, ofHold) });
      });
      const sweeping = [sumInternalAccounts(), expireHolds(), sumInternalAccounts()];
      await Promise.all([...calling, ...sweeping]);

      const effect = effectOf(told, world);
      const { accounts, paid } = await standing(world);
      expect(accounts.map((account) => account ?? [0n, 0n])).toEqual(
        effect.balances.map((balance, n) => [balance, effect.held[n]]),
      );
      expect(paid).toBe(effect.paid);
      const { businessRef } = world;
      expect(await db().ledgerEntry.count({ where: { businessRef } })).toBe(effect.entries);
      expect(await findings()).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 120_000);

test.each([
  ['each in a transaction', post],
  ['gathered', postAtOnce],
])('twenty parallel debits of 100 from 1000, %s: exactly ten succeed', async (_, book) => {
  const customerId = await fundedCustomer(1000n);
  const merchantId = newId('mer');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => answerOf(book(payment(customerId, 100n, merchantId)))),
  );
  expect(answers.filter((answer) => answer === 'posted')).toHaveLength(10);
  expect(answers.filter((answer) => answer === 'insufficient_funds')).toHaveLength(10);
  expect(await balanceMinor(customerId)).toBe(0n);
  expect((await balanceOf({ subject: 'merchant_pending', owner: merchantId })).amountMinor).toBe(
    1000n,
  );
  expect(await findings()).toEqual([]);
});
