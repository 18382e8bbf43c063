import { afterEach, beforeAll, expect, test } from 'vitest';
import { createMaintenance } from '@/lib/channel-health/create-maintenance';
import { listMaintenance } from '@/lib/channel-health/list-maintenance';
import { revokeMaintenance } from '@/lib/channel-health/revoke-maintenance';
import type { ContractChannel } from '@/lib/contracts/contract';
import { pool } from '@/lib/core/db';
import { isRefusal } from '@/lib/core/errors';
import type { Order } from '@/lib/orders/order';
import { getCashier } from '@/lib/payments/get-cashier';
import { startPayment } from '@/lib/payments/start-payment';
import { READER } from '@/tests/support/any-staff';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { MERCHANT_APP, PHONE } from '@/tests/support/hosts';
import { makeDigitalOrder, openBeijing } from '@/tests/support/phone-bill-scene';
import { refusalCode } from '@/tests/support/refusal-code';

const MINUTE_MS = 60_000;
const actor = 'usr_office';
const by = { id: actor, staffRole: 'operator' } as const;
/** Minutes from now, by the database's clock, for that is the one that counts. */
async function plan(channel: ContractChannel, from: number, to: number): Promise<void> {
  const { rows } = await pool().query('SELECT clock_timestamp() AS now');
  const at = (minutes: number) => new Date(rows[0].now.getTime() + minutes * MINUTE_MS);
  await createMaintenance({ channel, startsAt: at(from), endsAt: at(to), reason: '例行', by });
}
const offerOf = async ({ payToken: token }: Order, method: string, host = PHONE) =>
  (await getCashier({ token, userId: null, host })).offers.find((one) => one.method === method);

beforeAll(openBeijing);
afterEach(() => pool().query('TRUNCATE maintenance_windows'));

test('a way whose channel is in maintenance says until when, and no payment begins on it', async () => {
  const { order } = await makePayableOrder();
  await plan('unionpay', -1, 45);
  const [window] = await listMaintenance({ by: READER });
  expect(await offerOf(order, 'quickpass')).toMatchObject({
    available: false,
    reason: 'maintenance',
    maintenanceUntil: window?.endsAt,
  });
  for (const host of [PHONE, MERCHANT_APP]) {
    const start = { token: order.payToken, method: 'quickpass', host, actor: { userId: null } };
    const refused = await startPayment({ ...start, method: 'quickpass' }).catch((error) => error);
    expect(isRefusal(refused) && [refused.code, refused.facts.reason]).toEqual([
      'method_unavailable',
      'maintenance',
    ]);
  }
});

test('cards go by the other channel while one is in maintenance, and stop when both are', async () => {
  const { order } = await makePayableOrder();
  await plan('unionpay', -1, 45);
  expect(await offerOf(order, 'card')).toMatchObject({ reason: 'card_sign_in' });
  await plan('netsunion', -1, 30);
  const sooner = (await listMaintenance({ by: READER })).find(
    ({ channel }) => channel === 'netsunion',
  );
  expect(await offerOf(order, 'card')).toMatchObject({
    reason: 'maintenance',
    maintenanceUntil: sooner?.endsAt,
  });
});

test('a phone bill stops while the carriers are in maintenance', async () => {
  const order = await makeDigitalOrder();
  expect(await offerOf(order, 'carrier')).toMatchObject({ available: true });
  await plan('carrier', -1, 45);
  expect(await offerOf(order, 'carrier')).toMatchObject({ reason: 'maintenance' });
});

test('what is near is said beside a way that works still; what is far is not', async () => {
  const { order } = await makePayableOrder();
  await plan('unionpay', 45, 60);
  expect(await offerOf(order, 'quickpass')).not.toHaveProperty('maintenanceFrom');
  await plan('unionpay', 20, 30);
  const [near] = await listMaintenance({ by: READER });
  expect(await offerOf(order, 'quickpass')).toMatchObject({
    available: true,
    maintenanceFrom: near?.startsAt,
  });
});

test('what is cancelled is over at once, is told once, and both are written down with who did it', async () => {
  const { order } = await makePayableOrder();
  await plan('unionpay', -1, 45);
  const [window] = await listMaintenance({ by: READER });
  const id = String(window?.id);
  await revokeMaintenance({ id, by });
  expect(await listMaintenance({ by: READER })).toEqual([]);
  expect(await offerOf(order, 'quickpass')).toMatchObject({ available: true });
  expect(await refusalCode(revokeMaintenance({ id, by }))).toBe('state_conflict');
  const { rows } = await pool().query(
    'SELECT event, actor, cause FROM transitions WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  expect(rows).toEqual([
    { event: 'plan', actor, cause: '例行' },
    { event: 'cancel', actor, cause: null },
  ]);
});

test('the same time planned twice at once is one, and a time that is over is refused', async () => {
  const startsAt = new Date(Date.now() + 60 * MINUTE_MS);
  const endsAt = new Date(Date.now() + 90 * MINUTE_MS);
  const planned = { channel: 'unionpay', startsAt, endsAt, reason: '例行', by } as const;
  await Promise.all(Array.from({ length: 5 }, () => createMaintenance(planned)));
  expect(await listMaintenance({ by: READER })).toHaveLength(1);
  expect(await refusalCode(plan('unionpay', -60, -1))).toBe('maintenance_over');
});
