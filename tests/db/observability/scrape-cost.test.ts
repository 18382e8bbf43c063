import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { figuresQuery } from '@/lib/observability/store';
import { Prisma } from '@/prisma/generated/client';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { openWithoutTriggers } from '@/tests/support/open-without-triggers';
import { webhookScene } from '@/tests/support/webhook-scene';

const PAST = 20_000;
const LARGE = ['attempts', 'deliveries', 'outbox_events'];

interface Plan {
  'Relation Name'?: string;
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)];
/** What a node looked at, kept or not. */
const looked = (node: Plan): number =>
  node['Actual Loops'] *
  (node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0));

/** How many rows of a table a query looks at. */
async function plan(query: Prisma.Sql): Promise<(table: string) => number> {
  const [row] = await db().$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>`
    EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${query}`;
  const nodes = everyNode(row?.['QUERY PLAN'][0]?.Plan ?? ({} as Plan));
  return (table) => {
    const reads = nodes.filter((node) => node['Relation Name'] === table);
    expect(reads.length, table).toBeGreaterThan(0);
    return reads.reduce((sum, node) => sum + looked(node), 0);
  };
}

test('a scrape looks at what is recent or undecided, however many orders there have been', async () => {
  const { order } = await makePayableOrder();
  const old = await makeAttempt(order, 'failed');
  await makeAttempt(order, 'unknown');
  await webhookScene('http://127.0.0.1:9/hook').then((scene) => scene.event());
  const direct = await openWithoutTriggers();
  // Yesterday's, each as the one there is; ids sort by their time.
  const copies: [string, string][] = [
    ['attempts', `'id', 'att_00' || n, 'channel_order_no', 'old' || n, 'next_ask_at', null`],
    [
      'outbox_events',
      `'id', 'evt_00' || n, 'subject_id', 'old' || n, 'object_id', null, 'relayed_at', now(), 'fanned_out_at', now()`,
    ],
    [
      'deliveries',
      `'id', 'dlv_00' || n, 'event_id', 'evt_00' || n, 'state', 'delivered', 'next_try_at', null, 'delivered_at', now()`,
    ],
  ];
  for (const [table, changed] of copies) {
    const which = table === 'attempts' ? `'${old.id}'` : `(SELECT min(id) FROM ${table})`;
    await direct.run(
      `INSERT INTO ${table}
      SELECT (jsonb_populate_record(one, jsonb_build_object(${changed}, 'created_at', now() - interval '1 day'))).*
        FROM ${table} one, generate_series(1, ${PAST}) n WHERE one.id = ${which}`,
      [],
    );
    await direct.run(`ANALYZE ${table}`, []);
  }
  const scrape = await plan(figuresQuery());
  for (const table of LARGE) expect(scrape(table), `rows of ${table}`).toBeLessThan(100);
  // What has no such index would be seen.
  const whole = await plan(Prisma.sql`SELECT count(*) FROM attempts WHERE state = 'failed'`);
  expect(whole('attempts')).toBeGreaterThan(PAST);
  for (const [table] of copies)
    await direct.run(`DELETE FROM ${table} WHERE id LIKE '____00%'`, []);
  await direct.close();
});
