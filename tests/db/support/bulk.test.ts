import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { readOrder } from '@/lib/orders/read-order';
import { checkBulk } from '@/lib/support/check-bulk';
import { listQueue } from '@/lib/support/list-queue';
import { runBulk } from '@/lib/support/run-bulk';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import {
  addCase,
  addDelivery,
  addOrder,
  addRefund,
  type RunSql,
} from '@/tests/support/factories/queue-rows';
import { makeStaff } from '@/tests/support/make-staff';
import { openWithoutTriggers } from '@/tests/support/open-without-triggers';
import { confirmAtChannel } from '@/tests/support/paid-by-unionpay';
import { refusalCode } from '@/tests/support/refusal-code';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';

let run: RunSql;
let clear: () => Promise<void>;
let close: () => Promise<void>;
let senior: Awaited<ReturnType<typeof makeStaff>>;
let merchantId: string;
let rail: UnionPayRail;
beforeAll(async () => {
  rail = await startUnionPayRail();
  // Before anything reads the environment.
  Object.assign(process.env, rail.env);
  ({ run, clear, close } = await openWithoutTriggers());
  senior = await makeStaff('senior_agent');
  merchantId = (await seedMerchant()).id;
});
afterEach(() => clear());
afterAll(() => Promise.all([close(), rail.stop()]));

const audited = async (subjectId: string) =>
  (
    await db().auditRow.findMany({
      where: { subjectId },
      select: { action: true, actorId: true, why: true },
    })
  ).map(({ action, actorId, why }) => [action, actorId, why]);
const outcomes = (results: { id: string; outcome: string; why: string | null }[]) =>
  results.map(({ id, outcome, why }) => [id, outcome, why]);

test('what a dry run says of each notice is what then happens, and the dry run itself changes nothing', async () => {
  const dead = await addDelivery(run, await addOrder(run, merchantId));
  const off = await addDelivery(run, await addOrder(run, merchantId), { off: true });
  const arrived = await addDelivery(run, await addOrder(run, merchantId), { state: 'delivered' });
  const request = {
    ...{ queue: 'webhooks' as const, action: 'send-again' as const, by: senior },
    ids: [dead, off, arrived, dead],
  };
  const read = () => db().delivery.findUniqueOrThrow({ where: { id: dead } });
  const before = await read();
  const plan = await checkBulk(request);
  expect(plan.map(({ id, skip }) => [id, skip])).toEqual([
    [dead, null],
    [off, 'endpoint_off'],
    [arrived, 'gone'],
  ]);
  expect(await read()).toEqual(before);
  expect(await audited(dead)).toEqual([]);

  expect(outcomes(await runBulk(request))).toEqual([
    [dead, 'done', null],
    [off, 'skipped', 'endpoint_off'],
    [arrived, 'skipped', 'gone'],
  ]);
  expect(await read()).toMatchObject({ state: 'pending', tries: before.tries });
  const { rows } = await pool().query(
    `SELECT 1 FROM pgboss.job WHERE name = 'deliver-event' AND data->>'deliveryId' = $1`,
    [dead],
  );
  expect(rows).toHaveLength(1);
  expect(await audited(dead)).toEqual([['queue.bulk', senior.id, null]]);
  expect(await audited(off)).toEqual([]);
});

test('cases change hands as the dry run says, each with the reason on record', async () => {
  const colleague = await makeStaff('agent');
  const one = await addCase(run, await addOrder(run, merchantId), { state: 'claimed' });
  const theirs = await addCase(run, await addOrder(run, merchantId), {
    ...{ state: 'claimed', assignedTo: colleague.id },
  });
  const request = {
    ...{ queue: 'to-propose' as const, action: 'assign' as const, by: senior },
    ...{ ids: [one, theirs], to: colleague.id, note: '下班交接' },
  };
  expect((await checkBulk(request)).map(({ skip }) => skip)).toEqual([null, 'already']);
  expect(outcomes(await runBulk(request))).toEqual([
    [one, 'done', null],
    [theirs, 'skipped', 'already'],
  ]);
  const mine = { merchant: merchantId, mine: colleague.id };
  const { rows } = await listQueue({ queue: 'to-propose', filter: mine, by: colleague });
  expect(rows.map(({ id }) => id).sort()).toEqual([one, theirs].sort());
  expect(await audited(one)).toEqual([['case.assign', senior.id, '下班交接']]);
});

test('asking again settles what the channel knows; one that breaks stops none of the others', async () => {
  const { order } = await makePayableOrder();
  const paid = await makeAttempt(order, 'unknown');
  await confirmAtChannel(rail, paid);
  await run(`UPDATE attempts SET created_at = now() - interval '1 hour' WHERE id = $1`, [paid.id]);
  // A refund of no payment: nobody can be asked about it.
  const broken = await addRefund(run, await addOrder(run, merchantId), newId('att'));
  const request = {
    ...{ queue: 'in-doubt' as const, action: 'ask-again' as const, by: senior },
    ids: [broken, paid.id],
  };
  expect((await checkBulk(request)).map(({ skip }) => skip)).toEqual([null, null]);
  expect(await runBulk(request)).toMatchObject([
    { id: broken, outcome: 'failed', why: null },
    { id: paid.id, outcome: 'done', why: null, still: false },
  ]);
  expect((await readOrder(order.id)).state).toBe('paid');
  expect((await audited(paid.id)).map(([action]) => action)).toEqual(['queue.bulk']);
  expect((await checkBulk(request)).map(({ skip }) => skip)).toEqual([null, 'gone']);
});

test('only what a queue offers is done, only by whom the table allows, and only to somebody who works here', async () => {
  const id = newId('dlv');
  const [agent, finance] = [await makeStaff('agent'), await makeStaff('finance')];
  const send = { queue: 'webhooks', action: 'send-again', ids: [id] } as const;
  const assign = { queue: 'returned', action: 'assign', ids: [id], note: 'x' } as const;
  const code = (request: Parameters<typeof runBulk>[0]) => refusalCode(runBulk(request));
  expect(await code({ ...send, by: agent })).toBe('not_permitted');
  expect(await code({ ...send, by: finance })).toBe('fine');
  expect(await code({ ...send, queue: 'suspense', by: finance })).toBe('bulk_not_here');
  expect(await code({ ...assign, to: agent.id, by: finance })).toBe('not_permitted');
  expect(await code({ ...assign, to: 'usr_nobody', by: senior })).toBe('not_found');
  expect(await code({ ...assign, to: finance.id, by: senior })).toBe('not_found');
  expect(await code({ ...assign, to: agent.id, by: senior })).toBe('fine');
});
