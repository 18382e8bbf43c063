import fc from 'fast-check';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { captureHold } from '@/lib/ledger/capture-hold';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { AccountingEvent } from '@/lib/ledger/events';
import { placeHold } from '@/lib/ledger/place-hold';
import { postAtOnce } from '@/lib/ledger/post-at-once';
import { postEntry } from '@/lib/ledger/post-entry';
import { releaseHold } from '@/lib/ledger/release-hold';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import { cny } from '@/lib/money/money';
import { answerOf } from './factories/ledger';

/** What callers can ask of the ledger, with small numbers for accounts, keys and holds, so that they collide. */
export type Command =
  | { do: 'top-up'; key: number; to: number; amount: bigint; atOnce: boolean }
  | { do: 'pay'; key: number; from: number; amount: bigint; atOnce: boolean }
  | { do: 'transfer'; key: number; from: number; to: number; amount: bigint; atOnce: boolean }
  | { do: 'place'; hold: number; account: number; amount: bigint }
  | { do: 'capture'; hold: number; key: number; amount: bigint }
  | { do: 'release'; hold: number }
  | { do: 'reverse'; key: number };

const ACCOUNTS = 3;
const account = fc.nat(ACCOUNTS - 1);
const amount = fc.bigInt({ min: 1n, max: 120n });
const atOnce = fc.boolean();

/** With more keys there are fewer repeats and conflicts, and more that goes through. */
export function command(keys: number, holds: number): fc.Arbitrary<Command> {
  const [key, hold] = [fc.nat(keys - 1), fc.nat(holds - 1)];
  const verb = <D extends Command['do']>(name: D) => fc.constant(name);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: verb('top-up'), key, to: account, amount, atOnce }) },
    { weight: 4, arbitrary: fc.record({ do: verb('pay'), key, from: account, amount, atOnce }) },
    {
      weight: 3,
      arbitrary: fc
        .record({ do: verb('transfer'), key, from: account, to: account, amount, atOnce })
        .filter(({ from, to }) => from !== to),
    },
    { weight: 4, arbitrary: fc.record({ do: verb('place'), hold, account, amount }) },
    { weight: 4, arbitrary: fc.record({ do: verb('capture'), hold, key, amount }) },
    { weight: 1, arbitrary: fc.record({ do: verb('release'), hold }) },
    { weight: 2, arbitrary: fc.record({ do: verb('reverse'), key }) },
  );
}

/** The real ledger, on accounts of its own. */
export class LedgerWorld {
  readonly customers = Array.from({ length: ACCOUNTS }, () => newId('cus'));
  readonly merchantId = newId('mer');
  readonly businessRef = newId('ord');
  private readonly run = newId('req');
  /** The holds by their small numbers, as soon as anybody was told their id. */
  private readonly holdIds = new Map<number, string>();

  ref = (n: number): ExternalRef => ({
    subject: 'customer_balance',
    owner: this.customers[n] ?? '',
  });

  private eventOf(
    given: { key: number; amount: bigint } & (
      | { do: 'top-up'; to: number }
      | { do: 'pay'; from: number }
      | { do: 'transfer'; from: number; to: number }
    ),
  ): AccountingEvent {
    const base = {
      entryKey: `${this.run}:${given.key}`,
      businessRef: this.businessRef,
      amount: cny(given.amount),
    };
    if (given.do === 'top-up') {
      return { ...base, event: 'top_up', customerId: this.ref(given.to).owner };
    }
    if (given.do === 'transfer') {
      return { ...base, event: 'transfer', from: this.ref(given.from), to: this.ref(given.to) };
    }
    const { owner: customerId } = this.ref(given.from);
    return { ...base, event: 'balance_payment', customerId, merchantId: this.merchantId };
  }

  /** Carries a command out and says what the ledger answered; a hold that nobody placed is nobody's. */
  async ask(command: Command, accountOfHold: (hold: number) => number): Promise<string> {
    switch (command.do) {
      case 'place': {
        const placed = await answerOf(
          inTransaction((tx) =>
            placeHold(tx, {
              holdKey: `${this.run}:${command.hold}`,
              account: this.ref(command.account),
              amount: cny(command.amount),
              businessRef: this.businessRef,
              reason: 'test',
            }),
          ),
        );
        if (typeof placed === 'string') return placed;
        this.holdIds.set(command.hold, placed.holdId);
        return 'held';
      }
      case 'capture': {
        const holdId = this.holdIds.get(command.hold) ?? 'hld_of_nobody';
        const event = this.eventOf({ ...command, do: 'pay', from: accountOfHold(command.hold) });
        return answerOf<string>(inTransaction((tx) => captureHold(tx, { holdId, event })));
      }
      case 'release': {
        const holdId = this.holdIds.get(command.hold) ?? 'hld_of_nobody';
        return (await answerOf(inTransaction((tx) => releaseHold(tx, { holdId })))) ?? 'released';
      }
      case 'reverse': {
        const move = { entryKey: `${this.run}:${command.key}`, actor: 'test', cause: 'test' };
        return answerOf<string>(inTransaction((tx) => reverseEntry(tx, move)));
      }
      default: {
        const event = this.eventOf(command);
        const post = command.atOnce
          ? postAtOnce(event)
          : inTransaction((tx) => postEntry(tx, event));
        return answerOf<string>(post);
      }
    }
  }
}

interface Booked {
  content: string;
  /** What it did to each account, and what its reversal undoes. */
  deltas: Map<number, bigint>;
  reversed: boolean;
}

/** The same ledger, as simply as it can be said. */
export class LedgerModel {
  readonly balances = new Map<number, bigint>();
  readonly holds = new Map<
    number,
    { account: number; amount: bigint; captured: bigint; open: boolean }
  >();
  private readonly entries = new Map<number, Booked>();
  paid = 0n;

  heldOn = (account: number): bigint =>
    [...this.holds.values()]
      .filter((hold) => hold.open && hold.account === account)
      .reduce((sum, hold) => sum + hold.amount - hold.captured, 0n);

  ask(command: Command): string {
    switch (command.do) {
      case 'top-up':
        return this.book(command.key, command, new Map([[command.to, command.amount]]));
      case 'pay':
        return this.book(command.key, command, new Map([[command.from, -command.amount]]));
      case 'transfer': {
        const { from, to, amount } = command;
        return this.book(
          command.key,
          command,
          new Map([
            [from, -amount],
            [to, amount],
          ]),
        );
      }
      case 'place':
        return this.place(command);
      case 'capture':
        return this.capture(command);
      case 'release': {
        const hold = this.holds.get(command.hold);
        if (!hold) return 'hold_not_found';
        hold.open = false;
        return 'released';
      }
      case 'reverse':
        return this.reverse(command.key);
    }
  }

  private book(key: number, command: Command, deltas: Map<number, bigint>): string {
    const content = contentOf(command.do, deltas);
    const known = this.entries.get(key);
    if (known) return known.content === content ? 'repeated' : 'entry_conflict';
    if (!this.move(deltas, command.do === 'pay')) return 'insufficient_funds';
    this.entries.set(key, { content, deltas, reversed: false });
    return 'posted';
  }

  private place({ hold, account, amount }: Command & { do: 'place' }): string {
    const known = this.holds.get(hold);
    if (known) {
      const same = known.account === account && known.amount === amount;
      return same ? 'held' : 'hold_conflict';
    }
    const balance = this.balances.get(account);
    if (balance === undefined) return 'unknown_account';
    if (balance - this.heldOn(account) < amount) return 'insufficient_funds';
    this.holds.set(hold, { account, amount, captured: 0n, open: true });
    return 'held';
  }

  private capture({ hold, key, amount }: Command & { do: 'capture' }): string {
    const kept = this.holds.get(hold);
    if (!kept) return 'hold_not_found';
    const deltas = new Map([[kept.account, -amount]]);
    const known = this.entries.get(key);
    if (known) return known.content === contentOf('pay', deltas) ? 'repeated' : 'entry_conflict';
    if (!kept.open) return 'hold_ended';
    if (amount > kept.amount - kept.captured) return 'hold_over_capture';
    kept.captured += amount;
    kept.open = kept.captured < kept.amount;
    return this.book(key, { do: 'pay', key, from: kept.account, amount, atOnce: false }, deltas);
  }

  private reverse(key: number): string {
    const entry = this.entries.get(key);
    if (!entry) return 'unknown_entry';
    if (entry.reversed) return 'repeated';
    const back = new Map([...entry.deltas].map(([account, delta]) => [account, -delta]));
    if (!this.move(back, entry.content.startsWith('pay'))) return 'insufficient_funds';
    entry.reversed = true;
    return 'posted';
  }

  /** All or nothing; what is held can't be spent. */
  private move(deltas: Map<number, bigint>, toMerchant: boolean): boolean {
    const short = [...deltas].some(
      ([account, delta]) =>
        delta < 0n && (this.balances.get(account) ?? 0n) - this.heldOn(account) + delta < 0n,
    );
    if (short) return false;
    for (const [account, delta] of deltas) {
      this.balances.set(account, (this.balances.get(account) ?? 0n) + delta);
      if (toMerchant) this.paid -= delta;
    }
    return true;
  }
}

const contentOf = (kind: string, deltas: Map<number, bigint>): string =>
  `${kind} ${[...deltas].map(([account, delta]) => `${account}:${delta}`).join()}`;
