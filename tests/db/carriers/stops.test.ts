import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liftStop } from '@/lib/carriers/lift-stop';
import { listCatalogue } from '@/lib/carriers/list-catalogue';
import { listLineFacts } from '@/lib/carriers/list-line-facts';
import { listStops } from '@/lib/carriers/list-stops';
import { stopLine } from '@/lib/carriers/stop-line';
import { db, pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import type { AttemptState } from '@/lib/payments/states';
import { READER } from '@/tests/support/any-staff';
import { importFile, linesFile } from '@/tests/support/factories/carrier-catalogue';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

let merchantId: string;
let otherId: string;
beforeAll(async () => {
  ({ merchantId } = await makePayableOrder({ balanceMinor: 0n }));
  ({ merchantId: otherId } = await makePayableOrder({ balanceMinor: 0n }));
  await importFile('lines', linesFile({}, { line: 'another-line' }));
});
beforeEach(() => pool().query('TRUNCATE carrier_stops, phone_payments'));

const stop = (month = '2026-10') =>
  inTransaction((tx) =>
    stopLine(tx, { merchantId, lineId: 'test-line', month, complaints: 7, payments: 300 }),
  );
const facts = async (of = merchantId) =>
  await listLineFacts({
    number: { carrier: 'cmcc', province: '44', phoneHash: 'a phone' },
    merchantId: of,
    amount: cny(600n),
    periodic: false,
  });
const stopped = async (of = merchantId) => (await facts(of)).map((one) => one.stopped);

describe('a stop', () => {
  test('keeps one merchant from one line until it is lifted, with who and why on record', async () => {
    expect(await stop()).toBe(true);
    expect(await stopped()).toEqual([false, true]);
    expect(await stopped(otherId)).toEqual([false, false]);
    const [found] = await listStops({ by: READER });
    expect(found).toMatchObject({
      merchantId,
      lineId: 'test-line',
      month: '2026-10',
      complaints: 7,
    });
    const stopId = found?.id ?? '';
    await liftStop({
      stopId,
      by: { id: 'usr_operator', staffRole: 'operator' },
      cause: 'agreed with the carrier',
    });
    expect(await stopped()).toEqual([false, false]);
    expect(await listStops({ merchantId, by: READER })).toMatchObject([
      { liftedBy: 'usr_operator' },
    ]);
    const records = await db().transition.findMany({
      where: { subjectType: 'carrier_stop', subjectId: stopId },
      orderBy: { id: 'asc' },
    });
    expect(records).toMatchObject([
      { event: 'stop' },
      { event: 'lift', actor: 'usr_operator', cause: 'agreed with the carrier' },
    ]);
  });

  test('for the same month does not come twice, nor back once it was lifted', async () => {
    await stop();
    expect(await stop()).toBe(false);
    const [found] = await listStops({ by: READER });
    await liftStop({
      stopId: found?.id ?? '',
      by: { id: 'usr_operator', staffRole: 'operator' },
      cause: 'agreed',
    });
    expect(await stop()).toBe(false);
    expect(await stopped()).toEqual([false, false]);
    expect(await stop('2026-11')).toBe(true);
    expect(await stopped()).toEqual([false, true]);
  });

  test('that is lifted already cannot be lifted again', async () => {
    await stop();
    const stopId = (await listStops({ by: READER }))[0]?.id ?? '';
    const lift = (): Promise<void> =>
      liftStop({ stopId, by: { id: 'usr_operator', staffRole: 'operator' }, cause: 'agreed' });
    await lift();
    expect(await refusalCode(lift())).toBe('state_conflict');
  });
});

describe('how a line has been doing', () => {
  const charge = async (state: AttemptState, age = '1 hour') => {
    const order = await makeOrderFor(merchantId, { amountMinor: 600n });
    const { id } = await makeAttempt(order, state);
    await pool().query(
      `INSERT INTO phone_payments (attempt_id, order_id, line_id, carrier, province, fee_point, mode,
                                   phone_hash, phone_masked, consent_version, created_at)
       VALUES ($1, $2, 'test-line', 'cmcc', '44', 'P600', 'sms', 'a phone', '138****8000', '1',
               clock_timestamp() - $3::interval)`,
      [id, order.id, age],
    );
  };

  test('is told by the charges of the last day that are decided', async () => {
    for (const state of ['succeeded', 'late_succeeded', 'failed', 'waiting', 'unknown'] as const) {
      await charge(state);
    }
    await charge('failed', '25 hours');
    expect(await facts()).toMatchObject([
      { line: { id: 'another-line' }, decided: 0, paid: 0 },
      { line: { id: 'test-line' }, decided: 3, paid: 2 },
    ]);
    expect(await listCatalogue({ by: READER })).toMatchObject([
      { id: 'another-line', decided: 0 },
      { id: 'test-line', decided: 3, paid: 2 },
    ]);
    // No money moved for them, and the books know.
    await pool().query(`UPDATE attempts SET state = 'failed' WHERE merchant_id = $1`, [merchantId]);
  });
});
