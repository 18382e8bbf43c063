import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { PASSWORD } from './factories/payable-order';
import { FAULTS, type Fault } from './fault-proxy';
import { DESKTOP } from './hosts';
import {
  type Count,
  keepWell,
  printCount,
  type Surroundings,
  shortenPatience,
} from './neighbour-faults';

/** A call that moves no money: what goes on around it, and how whoever waits for it gets to their end. */
export interface SetUp {
  name: string;
  /** The call that meets the faults. */
  call: RegExp;
  /** What whoever waits is told where it never left, and where nobody knows what became of it. */
  told: { unsent: string; lost: string };
  /** Answers that are taken for a yes, whoever gave them. */
  believes?: { faults: readonly Fault[]; told: string };
  /** The end that it comes to. */
  end: string;
  /** Which it meets; all of them unless given. */
  faults?: readonly Fault[];
  prepare(around: Surroundings): Promise<Begun>;
}

export interface Begun {
  /** Makes the call. */
  begin(): Promise<string>;
  /** What is done while the neighbour still fails: it has nothing to do with that. */
  meanwhile?(): Promise<string>;
  /** Once the neighbour is well again. */
  goOn(reached: boolean): Promise<string>;
  /** How often its money has moved at the neighbour: never before `goOn`. */
  charged(): Promise<number>;
  /** … and after it, where it is charged at all. */
  chargedInTheEnd?(reached: boolean): number;
}

/** The word of a result, or of a refusal. */
export const wordOf = (work: Promise<{ result: string }>): Promise<string> =>
  work.then(
    ({ result }) => result,
    (error) => {
      if (error instanceof Error && error.name === 'Refusal') return error.message;
      throw error;
    },
  );

/** Nothing was taken there yet: the order is paid from the balance, as the shopper may choose by then. */
export async function payOtherwise({ payToken: token }: Pick<Order, 'payToken'>): Promise<string> {
  const left = await wordOf(switchMethod({ token }));
  if (left !== 'choose') return left;
  const balance = { method: 'balance', paymentPassword: PASSWORD } as const;
  return wordOf(startPayment({ token, ...balance, host: DESKTOP, actor: { userId: null } }));
}

/** Asks about the newest attempt until the order is paid, or the attempt has failed. */
export async function untilPaid(order: Order): Promise<string> {
  const { state } = await readOrder(order.id);
  const newest = (await selectAttempts(order.id)).at(-1);
  if (state === 'paid' || !newest || newest.state === 'failed') return state;
  await resolveAttempt({ attemptId: newest.id });
  return untilPaid(order);
}

function toldIn(fault: Fault, { told, believes }: SetUp): readonly string[] {
  if (believes?.faults.includes(fault)) return [believes.told];
  if (fault === 'refuse') return [told.unsent];
  // Before the first byte is on the line, or just after.
  return fault === 'reset before' ? [told.unsent, told.lost] : [told.lost];
}

/** What has to hold with every one of them and every fault. */
export function testSetUps(around: () => Surroundings, ...setUps: readonly SetUp[]): void {
  const total: Count = { made: 0, again: 0 };
  keepWell(around);
  for (const setUp of setUps) describe(setUp.name, () => testOne(around, setUp, total));

  test('over all that moves nothing, calls are seldom made again by themselves', () => {
    printCount('all that moves nothing', total);
    expect(total.made).toBeGreaterThan(0);
    expect(total.again).toBeLessThanOrEqual(total.made / 10);
  });
}

const EVERY = Object.keys(FAULTS) as Fault[];

function testOne(around: () => Surroundings, setUp: SetUp, total: Count): void {
  const count: Count = { made: 0, again: 0 };
  afterAll(() => {
    printCount(setUp.name, count);
    total.made += count.made;
    total.again += count.again;
  });

  test.each(setUp.faults ?? EVERY)(
    '%s: told at once, nothing is charged, and the end is reached',
    async (fault) => {
      const { proxy, calls } = around();
      const { reaches, slow } = FAULTS[fault];
      const before = calls.all();
      const scene = await setUp.prepare(around());
      if (slow) shortenPatience(proxy);
      await proxy.fail(fault, setUp.call);
      const begun = calls.all();
      expect(toldIn(fault, setUp)).toContain(await scene.begin());
      count.again += calls.again(setUp.call, begun);
      if (scene.meanwhile) expect(await scene.meanwhile()).toBe('paid');
      expect(await scene.charged()).toBe(0);

      vi.restoreAllMocks();
      await proxy.heal();
      expect(await scene.goOn(reaches)).toBe(setUp.end);
      expect(await scene.charged()).toBe(scene.chargedInTheEnd?.(reaches) ?? 0);
      count.made += calls.all() - before;
    },
  );
}
