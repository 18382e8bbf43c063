import { pool } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import type { ChannelList } from '@/tests/support/channel-list';
import { PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { type Die, diedAt } from './die';
import { findingsNow, findingsOf, forgotten } from './findings';
import type { PayScene, Press } from './pay-scenes';
import type { Crash } from './plan';

const MOST_ROUNDS = 20;

export interface Played {
  /** Where somebody died, in this order. */
  died: string[];
  findings: string[];
}

/** Plays one crash with two payers on one order until it has come to rest, and answers what was wrong on the way and then. */
export async function play(scene: PayScene, crash: Crash, die: Die = diedAt): Promise<Played> {
  const { order, at, press } = scene;
  if (crash.channel !== 'ok') {
    await scene.lose(crash.channel === 'reply lost' ? 'reply' : 'request');
  }
  const died: string[] = [];
  const found: string[] = [];
  if (crash.app && (await die(crash.app, ...press))) died.push(crash.app);
  found.push(...(await forgotten(order.id)), ...(await findingsNow()));
  // Whoever got no answer presses again.
  await (crash.app ? refusable(() => run(press)) : run(press));

  if (crash.second === 'first') await paySecond(scene);
  await scene.carryOn();
  if (crash.second === 'between') {
    await paySecond(scene);
    found.push(...(await chargedWhilePaid(at, order)));
  }
  found.push(...(await findingsNow()));
  if (crash.worker) {
    for (const { id: attemptId } of await askable(order)) {
      for (let time = 0; time < (crash.recoveryToo ? 2 : 1); time += 1) {
        const ask = ['@/lib/payments/resolve-attempt', 'resolveAttempt'] as const;
        if (await die(crash.worker, ...ask, { attemptId })) died.push(crash.worker);
        found.push(...(await findingsNow()));
      }
    }
  }
  if (!(await comesToRest(scene))) found.push('does not come to rest');
  found.push(...(await findingsOf(at, order.id)), ...((await scene.alsoWrong?.()) ?? []));
  return { died, findings: [...new Set(found)] };
}

/** In this process, which lives. */
export async function run([path, name, input]: Press): Promise<void> {
  const module: Record<string, (given: unknown) => Promise<unknown>> = await import(path);
  await module[name]?.(input);
}

/** As much of a scene as it takes to wait for its end. */
type AtRest = Pick<PayScene, 'order' | 'at'> & Partial<PayScene>;

/** The second payer looks at the page, chooses anew where they may, and pays from a balance. */
async function paySecond({ order, beforeSecond }: AtRest): Promise<void> {
  await refusable(async () => {
    await switchMethod({ token: order.payToken });
    await beforeSecond?.();
    await payByBalance(order);
  });
}

/** From a balance, whose password they know. */
export const balancePayer = ({ payToken: token }: Order) => ({
  ...{ token, method: 'balance' as const, paymentPassword: PASSWORD },
  ...{ host: DESKTOP, actor: { userId: null } },
});

export const payByBalance = (order: Order) => startPayment(balancePayer(order));

/** A refusal is an answer that either payer may get; anything else is a fault. */
export async function refusable(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Refusal')) throw error;
  }
}

/** Where the first payer's money is there, whoever comes now has to be told so before they pay. */
async function chargedWhilePaid(at: ChannelList, order: Order): Promise<string[]> {
  const attempts = await selectAttempts(order.id);
  const second = attempts.some(
    ({ channel, state }) => channel === 'balance' && state === 'succeeded',
  );
  const there = await at.orders();
  const left = attempts.some(
    ({ channelOrderNo, state }) =>
      state === 'superseded' &&
      there.some(({ orderId, state }) => orderId === channelOrderNo && state === 'succeeded'),
  );
  return second && left ? ['charged while it was paid already'] : [];
}

const askable = async (order: Order) =>
  (await selectAttempts(order.id)).filter(
    ({ state, channel }) =>
      channel !== 'balance' && ['sent', 'waiting', 'unknown', 'superseded'].includes(state),
  );

/** What the workers do when its time has come, until the order is paid and nothing of it is on its way. */
export async function comesToRest(scene: AtRest): Promise<boolean> {
  const { order, at } = scene;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const { id: attemptId } of await askable(order)) await resolveAttempt({ attemptId });
    const attempts = await selectAttempts(order.id);
    for (const { id: attemptId, state } of attempts) {
      if (state === 'late_succeeded') await returnLatePayment({ attemptId });
    }
    const { rows } = await pool().query<{ id: string }>(
      `SELECT id FROM refunds WHERE order_id = $1 AND state IN ('sent', 'waiting', 'unknown')`,
      [order.id],
    );
    for (const { id: refundId } of rows) await resolveRefund({ refundId });
    if (!attempts.some(({ state }) => state === 'succeeded')) await paySecond(scene);
    else if (rows.length === 0 && !(await isOwed(at, order))) return true;
    await scene.carryOn?.();
    await scene.timePasses?.();
  }
  return false;
}

/** Is anything charged at the channel that we do not know of yet, or have not given back? */
async function isOwed(at: ChannelList, order: Order): Promise<boolean> {
  const there = await at.orders();
  for (const { state, channelOrderNo } of await selectAttempts(order.id)) {
    if (state === 'late_succeeded') return true;
    if (!['sent', 'waiting', 'unknown', 'superseded'].includes(state)) continue;
    if (there.find(({ orderId }) => orderId === channelOrderNo)?.state === 'succeeded') return true;
  }
  return false;
}
