import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as notify } from '@/app/api/channels/[channel]/notify/route';
import type { CarrierCode } from '@/lib/channels/port';
import { db, pool } from '@/lib/core/db';
import { selectLiveAttempt } from '@/lib/payments/store';
import { processNotice } from '@/lib/webhooks/process-notice';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { storedPlaces } from '@/tests/support/canary-places';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import { tokenOfCarrier } from '@/tests/support/carrier-token';
import { chargeDirectly } from '@/tests/support/charge-directly';
import type { ReceivedEvent } from '@/tests/support/event-inbox';
import {
  makeDigitalOrder,
  openBeijing,
  payByPhone,
  phoneWith,
} from '@/tests/support/phone-bill-scene';

let rails: CarrierRails;
beforeAll(async () => {
  rails = await startCarrierRails();
  Object.assign(process.env, rails.env);
  await openBeijing();
}, 60_000);
afterAll(() => rails.stop());

const stored = (channelOrderNo: string) =>
  db().channelNotice.findMany({ where: { channel: 'carrier', channelOrderNo } });

function deliver(
  { bytes, headers: { host: _, connection: __, ...headers } }: ReceivedEvent,
  changed: Record<string, string> = {},
): Promise<Response> {
  const url = 'https://in.test/api/channels/carrier/notify';
  const request = new Request(url, {
    ...{ method: 'POST', body: Buffer.from(bytes) },
    headers: { ...headers, ...changed },
  });
  return notify(request, { params: Promise.resolve({ channel: 'carrier' }) });
}

test('a carrier’s event is acknowledged with 204 and nothing else, stored once, with one job', async () => {
  const { channelOrderNo, told } = await chargeDirectly(rails);
  expect(told.path).toBe('/api/channels/carrier/notify');
  expect(told.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
  const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(told)));
  for (const answer of answers) {
    expect([answer.status, answer.body]).toEqual([204, null]);
    expect(answer.headers.has('content-type')).toBe(false);
  }
  const notices = await stored(channelOrderNo);
  expect(notices).toHaveLength(1);
  const { rows } = await pool().query(
    `SELECT id FROM pgboss.job WHERE name = 'process-notice' AND data->>'noticeId' = $1`,
    [notices[0]?.id],
  );
  expect(rows).toHaveLength(1);
});

test('an event whose token is missing, changed or of another number is refused and leaves nothing', async () => {
  const [mine, other] = [await chargeDirectly(rails), await chargeDirectly(rails)];
  const token = String(mine.told.headers.authorization);
  const forged = [
    '',
    'Bearer ',
    'Basic Y2FzaGllcjpjYXNoaWVy',
    token.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    token.replace(mine.channelOrderNo, other.channelOrderNo),
    token.replace(mine.channelOrderNo, ''),
  ];
  for (const authorization of forged) {
    const answer = await deliver(mine.told, { authorization });
    expect([answer.status, await answer.text()]).toEqual([401, 'notice_token_wrong']);
  }
  expect(await stored(mine.channelOrderNo)).toEqual([]);
  expect(await stored(other.channelOrderNo)).toEqual([]);
});

test('the token that vouches for an event is nowhere in the database, and the event can be read again', async () => {
  const { channelOrderNo, told } = await chargeDirectly(rails);
  await deliver(told);
  const [notice] = await stored(channelOrderNo);
  expect(notice?.headers).toEqual({});
  const [, secret = ''] = String(told.headers.authorization).split('.');
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  const forms = [secret, Buffer.from(secret).toString('hex')];
  const places: string[] = [];
  const query = async (text: string) => (await pool().query(text)).rows;
  for await (const { place, text } of storedPlaces(query)) {
    if (forms.some((form) => text.includes(form))) places.push(place);
  }
  expect(places).toEqual([]);
  // Nobody has begun such a payment here, which is found out only after the token was judged again.
  const noticeId = String(notice?.id);
  await processNotice({ noticeId });
  const result = await db().channelNoticeResult.findUnique({ where: { noticeId } });
  expect(result?.result).toBe('unknown_number');
});

test('the token of one carrier vouches for no payment at another: it is not even asked about', async () => {
  const order = await makeDigitalOrder();
  await payByPhone(order, phoneWith('7020'));
  const attempt = await selectLiveAttempt(order.id);
  const channelOrderNo = String(attempt?.channelOrderNo);
  const [{ clientSecret }] = JSON.parse(String(rails.env.CARRIER_ENDPOINTS));
  const event = {
    ...{ id: 'one', source: 'urn:carriers', specversion: '1.0', time: '2026-11-26T01:34:12Z' },
    type: 'org.camaraproject.carrier-billing.v0.payment-denied',
    data: { paymentId: String(attempt?.channelRef), status: 'failed', description: 'Denied' },
  };
  const body = Buffer.from(JSON.stringify(event));
  const told = async (carrier: CarrierCode) => {
    const authorization = `Bearer ${tokenOfCarrier(carrier, clientSecret, channelOrderNo)}`;
    await receiveNotice({ channel: 'carrier', body, headers: { authorization } });
    const where = { channelOrderNo };
    const notice = await db().channelNotice.findFirst({ where, orderBy: { id: 'desc' } });
    const noticeId = String(notice?.id);
    await processNotice({ noticeId });
    const kept = await db().channelNoticeResult.findUnique({ where: { noticeId } });
    return { result: kept?.result, askedAt: (await selectLiveAttempt(order.id))?.lastAskAt };
  };
  expect(await told('cucc')).toEqual({ result: 'foreign_merchant', askedAt: null });
  // The same words, and not its repeat: what the other had first keeps nobody's own event out.
  expect(await told('cmcc')).toEqual({ result: 'asked', askedAt: expect.any(Date) });
});

test('sealed headers open for their own notice only', async () => {
  const [one, other] = [await chargeDirectly(rails), await chargeDirectly(rails)];
  for (const { told } of [one, other]) await deliver(told);
  const [taken] = await stored(one.channelOrderNo);
  const [given] = await stored(other.channelOrderNo);
  // What the trigger forbids, as somebody with the database in hand would do it.
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    await client.query('UPDATE channel_notices SET sealed_headers = $1 WHERE id = $2', [
      Buffer.from(taken?.sealedHeaders ?? []),
      given?.id,
    ]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  await expect(processNotice({ noticeId: String(given?.id) })).rejects.toThrow(/authenticate/);
});
