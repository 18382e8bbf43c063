import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { exportQueue } from '@/lib/support/export-queue';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { keepSavedView } from '@/lib/support/keep-saved-view';
import { listSavedViews } from '@/lib/support/list-saved-views';
import { notePresence } from '@/lib/support/note-presence';
import { removeSavedView } from '@/lib/support/remove-saved-view';
import { sweepPresences } from '@/lib/support/sweep-presences';
import { seedMerchant } from '@/tests/support/factories/merchants';
import {
  addAttempt,
  addCase,
  addDelivery,
  addOrder,
  type RunSql,
} from '@/tests/support/factories/queue-rows';
import { makeStaff } from '@/tests/support/make-staff';
import { openWithoutTriggers } from '@/tests/support/open-without-triggers';
import { refusalCode } from '@/tests/support/refusal-code';

let run: RunSql;
let clear: () => Promise<void>;
let close: () => Promise<void>;
let agent: Awaited<ReturnType<typeof makeStaff>>;
let merchantId: string;
beforeAll(async () => {
  ({ run, clear, close } = await openWithoutTriggers());
  agent = await makeStaff('agent');
  merchantId = (await seedMerchant()).id;
});
afterEach(() => clear());
afterAll(() => close());

test('a view is its owner’s: a colleague neither sees nor removes it, and hears no more than of an unknown one', async () => {
  const other = await makeStaff('agent');
  const path = '/office/queues/returned?channel=unionpay&after=1.ord_x&least=5';
  expect(await keepSavedView({ name: '银联退回', path, by: agent })).toEqual({
    path: '/office/queues/returned?channel=unionpay&least=5',
  });
  const [view] = await listSavedViews({ by: agent });
  expect(view).toMatchObject({ name: '银联退回', queue: 'returned' });
  expect(await listSavedViews({ by: other })).toEqual([]);
  const removed = (viewId: string, by: typeof agent) =>
    refusalCode(removeSavedView({ viewId, by }));
  expect(await removed(String(view?.id), other)).toBe('not_found');
  expect(await removed(newId('svw'), other)).toBe('not_found');
  await keepSavedView({ name: '银联退回', path: '/office/queues/approvals?mine=1', by: agent });
  expect(await listSavedViews({ by: agent })).toMatchObject([
    { id: view?.id, path: '/office/queues/approvals?mine=1' },
  ]);
  expect(await removed(String(view?.id), agent)).toBe('fine');
  expect(await listSavedViews({ by: agent })).toEqual([]);
});

test('only a queue’s address is kept, and twenty of them, however many are saved at once', async () => {
  const by = await makeStaff('finance');
  const keep = (name: string, path: string) => refusalCode(keepSavedView({ name, path, by }));
  for (const path of [
    'https://elsewhere.example/office/queues/returned',
    '//elsewhere.example/office/queues/returned',
    '/office/queues/nothing',
    '/office/ledger',
    '/office/queues/returned#x',
    'javascript:alert(1)',
  ]) {
    expect(await keep('x', path), path).toBe('view_not_a_queue');
  }
  const names = Array.from({ length: 25 }, (_, n) => `view ${n}`);
  const answers = await Promise.all(names.map((name) => keep(name, '/office/queues/returned')));
  expect(answers.filter((answer) => answer === 'fine')).toHaveLength(20);
  expect(new Set(answers)).toEqual(new Set(['fine', 'view_limit']));
});

test('a file of a queue says in every row who took it and when, runs no formula, and is on record', async () => {
  const finance = await makeStaff('finance');
  await run(`UPDATE users SET display_name = '=cmd()' WHERE id = $1`, [finance.id]);
  const by = { ...finance, displayName: '=cmd()' };
  const orders = [await addOrder(run, merchantId), await addOrder(run, merchantId)];
  for (const order of orders) await addAttempt(run, order);
  const [first] = orders;
  await run(`UPDATE orders SET merchant_order_no = $2 WHERE id = $1`, [
    first?.orderId,
    '=HYPERLINK("x")',
  ]);
  const filter = { merchant: merchantId, minutes: 30 };
  let text = '';
  for await (const piece of await exportQueue({ queue: 'in-doubt', filter, by })) text += piece;
  expect(text.startsWith('\uFEFFkind,id,order_no')).toBe(true);
  const lines = text.trim().split('\r\n').slice(1);
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain(`'=cmd() (${finance.id})`);
    expect(line).toMatch(/,\d{4}-\d\d-\d\dT[\d:.]+Z,merchant=\S+ minutes=30$/);
  }
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(text).toContain(',68.00,');
  const rows = await db().auditRow.findMany({ where: { actorId: finance.id } });
  expect(rows).toMatchObject([
    {
      action: 'queue.export',
      subjectId: 'in-doubt',
      after: { filters: `merchant=${merchantId} minutes=30` },
    },
  ]);
  expect(await refusalCode(exportQueue({ queue: 'in-doubt', filter, by: { ...agent } }))).toBe(
    'not_permitted',
  );
});

test('who has the same case open is named to the others for as long as they ask, and then forgotten', async () => {
  const [one, two] = [await makeStaff('agent'), await makeStaff('senior_agent')];
  const subject = { type: 'refund_case', id: newId('rcs') } as const;
  expect(await notePresence({ subject, by: one })).toEqual([]);
  expect(await notePresence({ subject, by: two })).toEqual([one.displayName]);
  expect(await notePresence({ subject, by: one })).toEqual([two.displayName]);
  const elsewhere = { ...subject, id: newId('rcs') };
  expect(await notePresence({ subject: elsewhere, by: one })).toEqual([]);
  await run(`UPDATE presences SET seen_at = now() - interval '11 seconds' WHERE user_id = $1`, [
    two.id,
  ]);
  expect(await notePresence({ subject, by: one })).toEqual([]);
  await run(`UPDATE presences SET seen_at = now() - interval '2 hours' WHERE user_id = $1`, [
    two.id,
  ]);
  expect(await sweepPresences()).toBe(1);
});

test('the mark of a case or an order changes with what its page shows, and with nothing else', async () => {
  const order = await addOrder(run, merchantId);
  const id = await addCase(run, order);
  const note = (type: string, of: string) =>
    run(
      `INSERT INTO notes (id, subject_type, subject_id, audience, body, author_id)
       VALUES ($1, $2, $3, 'internal', 'x', $4)`,
      [newId('nte'), type, of, agent.id],
    );
  const caseMark = () => findLiveMark({ subject: { type: 'refund_case', id }, by: agent });
  const orderMark = () =>
    findLiveMark({ subject: { type: 'order', id: order.orderId }, by: agent });
  const seen = [await caseMark()];
  expect(await caseMark()).toBe(seen[0]);
  await note('refund_case', id);
  seen.push(await caseMark());
  const before = await orderMark();
  await run(`UPDATE refund_cases SET state = 'claimed' WHERE id = $1`, [id]);
  seen.push(await caseMark());
  expect(new Set(seen).size).toBe(3);
  expect(await orderMark()).not.toBe(before);
  const told = await addDelivery(run, order, { state: 'pending', tries: 1 });
  const marks = [await orderMark()];
  const { rows } = (await run('SELECT refund_id FROM refund_cases WHERE id = $1', [id])) as {
    rows: { refund_id: string }[];
  };
  await run(
    `UPDATE outbox_events SET topic = 'refund.failed', subject_id = $2
      WHERE id = (SELECT event_id FROM deliveries WHERE id = $1)`,
    [told, rows[0]?.refund_id],
  );
  await run(`UPDATE deliveries SET tries = 2 WHERE id = $1`, [told]);
  marks.push(await orderMark());
  await run(`UPDATE refund_cases SET payout_tries = 1 WHERE id = $1`, [id]);
  await run(
    `INSERT INTO payouts (id, channel, channel_order_no, subject_code, owner_id, bank_card_id, amount_minor,
                          currency, state, requested_by, request_key, requested_at)
     VALUES ($1, 'unionpay', $1, 'customer_balance', 'unionpay', 'crd', 1, 'CNY', 'sent', 'x', $2, now())`,
    [newId('pyt'), `case:${id}:1`],
  );
  marks.push(await orderMark());
  await run(`UPDATE payouts SET state = 'unknown' WHERE request_key = $1`, [`case:${id}:1`]);
  marks.push(await orderMark());
  expect(new Set(marks).size).toBe(4);
  const between = await orderMark();
  await note('order', order.orderId);
  expect(await orderMark()).not.toBe(between);
  expect(
    await findLiveMark({ subject: { type: 'order', id: newId('ord') }, by: agent }),
  ).toBeUndefined();
});
