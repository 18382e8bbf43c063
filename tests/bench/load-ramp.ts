import { type Arrivals, arrive, quantile } from '@/tests/support/open-arrivals';
import { type Journey, type Payer, type PayingAt, payOnce } from '@/tests/support/paying-shopper';
import { cashierCpuMs, costsNow, methodOf } from './load-scene';

/** A journey that takes so many times what it takes on an idle machine has met the knee. */
export const KNEE_FACTOR = 3;
const STEP_SECONDS = 15;
const FASTER = 1.5;
const HIGHEST = 400;
/** Sent later than that, arrivals say more of who sends them than of the cashier. */
const MOST_LAG_MS = 250;

export interface Step {
  arrivals: Arrivals<Journey>;
  p50: number;
  p95: number;
  p99: number;
  /** Payments that were told as paid, a second. */
  paidPerSecond: number;
  /** Processor time of app, worker and database for each payment, in ms: all, and of each. */
  cpuMsEach: number;
  cpuMsParts: number[];
}

/** Shoppers who come at one rate for a while. */
export async function runStep(
  at: PayingAt,
  payers: readonly Payer[],
  {
    perSecond,
    seconds = STEP_SECONDS,
    more = [] as number[],
  }: {
    perSecond: number;
    seconds?: number;
    more?: number[];
  },
): Promise<Step> {
  const from = costsNow(more);
  const arrivals = await arrive(
    { perSecond, lasts: (sinceMs) => sinceMs < seconds * 1_000 },
    (number) => payOnce(at, methodOf(number), payers[number % payers.length] as Payer),
  );
  const to = costsNow(more);
  const took = arrivals.done.map(({ tookMs }) => tookMs);
  const cpuMsParts = cashierCpuMs(from, to).map((part) => part / arrivals.done.length);
  return {
    arrivals,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    p99: quantile(took, 0.99),
    paidPerSecond: arrivals.done.length / arrivals.seconds,
    cpuMsEach: cpuMsParts.reduce((all, one) => all + one),
    cpuMsParts,
  };
}

/** Faster and faster until the knee: the last step that held, with all steps in order. */
export async function findKnee(
  at: PayingAt,
  payers: readonly Payer[],
  {
    from,
    more,
    print,
  }: { from: number; more?: number[]; print: (step: Step, held: boolean) => void },
): Promise<{ light: Step; knee: Step }> {
  const light = await runStep(at, payers, { perSecond: from, more });
  print(light, holds(light, light));
  if (!holds(light, light)) throw new Error(`even ${from} a second fail: ${reasons(light)}`);
  let knee = light;
  for (let perSecond = from * FASTER; perSecond <= HIGHEST; perSecond *= FASTER) {
    const step = await runStep(at, payers, { perSecond, more });
    const held = holds(step, light);
    print(step, held);
    if (!held) break;
    knee = step;
  }
  return { light, knee };
}

const holds = ({ arrivals, p95 }: Step, light: Step): boolean =>
  arrivals.failed.size === 0 && arrivals.lagMs < MOST_LAG_MS && p95 <= KNEE_FACTOR * light.p95;

export const reasons = ({ arrivals }: Step): string =>
  [...arrivals.failed].map(([why, count]) => `${count} × ${why}`).join(', ') || 'none';
