import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { requestRefund } from '@/lib/refunds/request-refund';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import type { ChannelList } from '@/tests/support/channel-list';
import { makePaidTheDayBefore } from '@/tests/support/paid-by-unionpay';
import type { UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
import { type Die, diedAt } from './die';
import { findingsNow, findingsOf, forgotten } from './findings';
import type { RefundCrash } from './plan';
import { type Played, refusable } from './play';

const MOST_ROUNDS = 20;
const ASK = '@/lib/refunds/resolve-refund';

/**
 * Plays one crash of a refund until it has come to rest: two fifths of a payment are asked for, then, by somebody
 * else and meanwhile, three fifths; what is asked for once more is one that there is.
 */
export async function playRefund(
  rail: UnionPayRail,
  crash: RefundCrash,
  fifthMinor: bigint,
  die: Die = diedAt,
): Promise<Played> {
  const at = await fromNowOn(rail);
  const { orderId, merchantId } = await makePaidTheDayBefore(rail, 5n * fifthMinor);
  const asked = { orderId, merchantId, actor: 'merchant', merchantRefundNo: newSortableNumber() };
  const first = { ...asked, amount: cny(2n * fifthMinor) };
  if (crash.channel !== 'ok') {
    const lose = crash.channel === 'reply lost' ? 'reply' : 'request';
    const match = { amount: String(2n * fifthMinor), kind: 'refund' };
    await rail.ask('script', { match, behaviour: { lose }, times: 1 });
  }
  const died: string[] = [];
  const found: string[] = [];
  // Amounts have no place in JSON: the process that dies is told them in fen.
  const given = { ...asked, amountMinor: String(2n * fifthMinor) };
  if (!crash.app) await requestRefund(first);
  else if (await die(crash.app, '@/tests/proof/crash/use-cases', 'refundByText', given)) {
    died.push(crash.app);
  }
  found.push(...(await forgotten(orderId)), ...(await findingsNow()));
  const second = { ...asked, merchantRefundNo: newSortableNumber(), amount: cny(3n * fifthMinor) };
  await refusable(() => requestRefund(second));

  const [refund] = await undecided(orderId);
  if (crash.worker && refund) {
    await lapse(at, orderId);
    for (let time = 0; time < (crash.recoveryToo ? 2 : 1); time += 1) {
      if (await die(crash.worker, ASK, 'resolveRefund', { refundId: refund })) {
        died.push(crash.worker);
      }
      found.push(...(await findingsNow()));
    }
  }
  let rounds = 0;
  for (; rounds < MOST_ROUNDS; rounds += 1) {
    await lapse(at, orderId);
    const open = await undecided(orderId);
    for (const refundId of open) await resolveRefund({ refundId });
    // The merchant's program asks again until it has an answer.
    await refusable(() => requestRefund(first));
    await refusable(() => requestRefund(second));
    if (open.length === 0 && (await undecided(orderId)).length === 0) break;
  }
  if (rounds === MOST_ROUNDS) found.push('does not come to rest');
  found.push(...(await findingsOf(at, orderId)), ...(await notGivenBack(orderId)));
  return { died, findings: [...new Set(found)] };
}

/** Both parts were asked for until they were answered, so all of it is back in the end. */
async function notGivenBack(orderId: string): Promise<string[]> {
  const { rows } = await pool().query<{ open: string }>(
    `SELECT o.amount_minor - coalesce(sum(r.amount_minor), 0) AS open
       FROM orders o LEFT JOIN refunds r ON r.order_id = o.id AND r.state = 'succeeded'
      WHERE o.id = $1 GROUP BY o.id`,
    [orderId],
  );
  return rows.every(({ open }) => open === '0') ? [] : ['not given back'];
}

async function undecided(orderId: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM refunds WHERE order_id = $1 AND state IN ('sent', 'waiting', 'unknown')
      ORDER BY created_at, id`,
    [orderId],
  );
  return rows.map(({ id }) => id);
}

/** Minutes pass for refunds that the channel has never received: from then on it is sure of that. */
async function lapse(at: ChannelList, orderId: string): Promise<void> {
  const there = (await at.orders()).map((one) => one.orderId);
  await pool().query(
    `UPDATE refunds SET sent_at = sent_at - interval '5 minutes'
      WHERE order_id = $1 AND state IN ('sent', 'unknown') AND NOT channel_order_no = ANY ($2)`,
    [orderId, there],
  );
}
