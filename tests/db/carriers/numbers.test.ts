import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findNumber } from '@/lib/carriers/find-number';
import { listLineFacts } from '@/lib/carriers/list-line-facts';
import { phoneHashOf } from '@/lib/carriers/phone-hash';
import { pool } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { importFile, seedCatalogue } from '@/tests/support/factories/carrier-catalogue';
import { type LocalGateway, readBodyOf, startLocalGateway } from '@/tests/support/local-gateway';

let gateway: LocalGateway;
let asked: string[] = [];
/** What the look-up answers: a status and a body. */
let answer: { status: number; body: object };

beforeAll(async () => {
  gateway = await startLocalGateway(async (request, response) => {
    const { phoneNumber } = JSON.parse((await readBodyOf(request)).toString());
    asked.push(phoneNumber);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ phoneNumber, ...answer.body }));
  });
  process.env.CARRIER_LOOKUP_URL = gateway.origin;
  process.env.CARRIER_LOOKUP_KEY = 'a key that only this test and its server know';
  await seedCatalogue();
  const { rows } = await pool().query<{ prefix: string; carrier: string }>(
    `SELECT prefix, carrier::text FROM carrier_number_ranges`,
  );
  const known = rows.map(({ prefix, carrier }) => `${prefix},${carrier},`);
  await importFile('ranges', ['prefix,carrier,province', ...known, '1391234,cucc,31'].join('\n'));
});
afterAll(() => gateway.close());
beforeEach(async () => {
  asked = [];
  answer = { status: 503, body: {} };
  await pool().query('TRUNCATE carrier_lookups');
});
const nobodys = { status: 404, body: { status: 404, code: 'NOT_FOUND', message: 'unknown' } };
const says = (carrier: string, province: string | null, ported: boolean) => {
  answer = { status: 200, body: { carrier, province, ported } };
};
const letPass = (interval: string) =>
  pool().query(`UPDATE carrier_lookups SET expires_at = expires_at - $1::interval`, [interval]);

test('a ported number belongs to the carrier that it went to', async () => {
  says('ctcc', '41', true);
  expect(await findNumber({ phone: '13800138000' })).toEqual({
    phone: '+8613800138000',
    phoneHash: phoneHashOf('+8613800138000'),
    phoneMasked: '138****8000',
    carrier: 'ctcc',
    province: '41',
    ported: true,
  });
  expect(asked).toEqual(['+8613800138000']);
});

test('the carrier’s word is asked for once a day', async () => {
  says('cmcc', '44', false);
  await findNumber({ phone: '13800138000' });
  says('cucc', '44', true);
  await letPass('23 hours 59 minutes');
  expect(await findNumber({ phone: '13800138000' })).toMatchObject({ carrier: 'cmcc' });
  expect(asked).toHaveLength(1);
  await letPass('1 minute');
  expect(await findNumber({ phone: '13800138000' })).toMatchObject({ carrier: 'cucc' });
  expect(asked).toHaveLength(2);
});

test('a number that the look-up does not know is answered like any other of its range', async () => {
  answer = nobodys;
  const found = { carrier: 'cmcc', province: null, ported: false };
  expect(await findNumber({ phone: '13800138000' })).toMatchObject(found);
  expect(await findNumber({ phone: '13800138000' })).toMatchObject(found);
  expect(asked).toHaveLength(1);
  await letPass('1 hour');
  await findNumber({ phone: '13800138000' });
  expect(asked).toHaveLength(2);
});

test('where nothing is learned the range decides, the longest first, and the next time is asked again', async () => {
  expect(await findNumber({ phone: '13912340000' })).toMatchObject({
    carrier: 'cucc',
    province: '31',
  });
  expect(await findNumber({ phone: '13912350000' })).toMatchObject({
    carrier: 'cmcc',
    province: null,
  });
  expect(await findNumber({ phone: '13912350000' })).toBeDefined();
  expect(asked).toHaveLength(3);
});

test('an old word is better than none', async () => {
  says('cbn', '12', true);
  await findNumber({ phone: '13800138000' });
  await letPass('3 days');
  answer = { status: 500, body: {} };
  expect(await findNumber({ phone: '13800138000' })).toMatchObject({
    carrier: 'cbn',
    ported: true,
  });
});

test('a number of no range that no carrier knows is nobody’s', async () => {
  answer = nobodys;
  expect(await findNumber({ phone: '16500138000' })).toBeUndefined();
});

test('numbers are kept by their keyed hash only', async () => {
  says('cmcc', '44', false);
  await findNumber({ phone: '13800138000' });
  const { rows } = await pool().query('SELECT * FROM carrier_lookups');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('38001380');
});

const facts = (
  carrier: 'cmcc' | 'ctcc',
  province: string | null,
  amount: bigint,
  periodic = false,
) =>
  listLineFacts({
    number: { carrier, province, phoneHash: 'a phone' },
    merchantId: 'mer_nobody',
    amount: cny(amount),
    periodic,
  });

test('a line is open where its carrier has opened it, and charges what it has a fee point for there', async () => {
  expect(await facts('cmcc', '44', 600n)).toMatchObject([
    { line: { id: 'cmcc-coast', modes: ['sms', 'wap', 'direct'] }, feePoint: 'MB00600' },
    { line: { id: 'cmcc-national', shareMillionths: 450_000 }, feePoint: 'MA00600' },
  ]);
  expect(await facts('cmcc', '42', 600n)).toMatchObject([
    { line: { id: 'cmcc-coast' }, provinceOpen: false, feePoint: null, dearest: null },
    { line: { id: 'cmcc-national' }, provinceOpen: true, dearest: cny(3_000n) },
  ]);
  for (const province of ['41', null]) {
    const lines = await facts('cmcc', province, 600n);
    expect(lines.map(({ provinceOpen }) => provinceOpen)).toEqual([false, false]);
  }
});

test('a fee point of some provinces is none elsewhere', async () => {
  expect(await facts('ctcc', '31', 5_000n)).toMatchObject([{ feePoint: 'TA05000' }]);
  expect(await facts('ctcc', '32', 5_000n)).toMatchObject([
    { feePoint: null, dearest: cny(3_000n) },
  ]);
});

test('what is charged again every period has fee points of its own', async () => {
  expect(await facts('ctcc', '31', 1_500n, true)).toMatchObject([
    { feePoint: 'TAM01500', prices: [cny(1_000n), cny(1_500n), cny(2_000n)] },
  ]);
  expect(await facts('ctcc', '31', 600n, true)).toMatchObject([{ feePoint: null }]);
});
