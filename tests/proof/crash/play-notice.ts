import { pool } from '@/lib/core/db';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { confirmAtChannel } from '@/tests/support/paid-by-unionpay';
import type { UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
import { type Die, diedAt } from './die';
import { findingsNow, findingsOf } from './findings';
import type { NoticeCrash } from './plan';
import { comesToRest, type Played } from './play';

const MOST_TRIES = 20;

/** Plays one crash of a payment's notice, which the channel sends twice, until it is acted on and all has come to rest. */
export async function playNotice(
  rail: UnionPayRail,
  crash: NoticeCrash,
  amountMinor: bigint,
  die: Die = diedAt,
): Promise<Played> {
  const at = await fromNowOn(rail);
  const { order } = await makePayableOrder({ amountMinor });
  const attempt = await makeAttempt(order);
  const { channelOrderNo } = attempt;
  await confirmAtChannel(rail, attempt);
  const [body] = await rail.notices(channelOrderNo, 1);
  if (!body) throw new Error('the channel has told nothing');
  if (crash.query === 'lost') {
    const behaviour = { queryAnswer: 'drop', queryTimes: 1 };
    await rail.ask('script', { match: { orderId: channelOrderNo }, behaviour, times: 1 });
  }
  const died: string[] = [];
  const found: string[] = [];
  const given = { base64: Buffer.from(body).toString('base64') };
  if (!crash.app) await receiveNotice({ channel: 'unionpay', body });
  else if (await die(crash.app, '@/tests/proof/crash/use-cases', 'receiveBase64', given)) {
    died.push(crash.app);
  }
  // Whoever got no answer tells it again; so does who got one.
  await receiveNotice({ channel: 'unionpay', body });
  const [noticeId = '', ...more] = await noticesOf(channelOrderNo);
  if (more.length > 0) found.push('a notice was kept twice');
  if (!(await hasJob(noticeId))) found.push('nobody acts on the notice');

  for (let time = 0; time < (crash.recoveryToo ? 2 : 1); time += 1) {
    const act = ['@/lib/webhooks/process-notice', 'processNotice', { noticeId }] as const;
    if (crash.worker && (await die(crash.worker, ...act))) died.push(crash.worker);
    found.push(...(await findingsNow()));
  }
  let tries = 0;
  while (tries < MOST_TRIES && !(await isActedOn(noticeId))) tries += 1;
  if (tries === MOST_TRIES) found.push('the notice is never acted on');
  if (!(await comesToRest({ order, at }))) found.push('does not come to rest');
  found.push(...(await findingsOf(at, order.id)));
  return { died, findings: [...new Set(found)] };
}

/** The job's try; the channel may not confirm yet what it has told, then it is tried again. */
async function isActedOn(noticeId: string): Promise<boolean> {
  try {
    await processNotice({ noticeId });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('has not confirmed')) return false;
    throw error;
  }
}

async function noticesOf(channelOrderNo: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    'SELECT id FROM channel_notices WHERE channel_order_no = $1',
    [channelOrderNo],
  );
  return rows.map(({ id }) => id);
}

async function hasJob(noticeId: string): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT FROM pgboss.job WHERE name = 'process-notice' AND data->>'noticeId' = $1`,
    [noticeId],
  );
  return rows.length === 1;
}
