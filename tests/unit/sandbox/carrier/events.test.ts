import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { validatorOf } from '../../../support/camara-schemas';
import type { ReceivedEvent } from '../../../support/event-inbox';
import {
  type CarrierBench,
  phoneOf,
  refundBody,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

const sink = () => `${rail.inbox.origin}/sink`;
const typesOf = (events: ReceivedEvent[]) =>
  events.map(({ event }) => event.type.split('.').at(-1));

function expectAuthentic(events: ReceivedEvent[], token: string): void {
  for (const { event, headers, path } of events) {
    const api = event.type.includes('refund') ? 'carrier-billing-refund' : 'carrier-billing';
    expect(validatorOf(api, 'CloudEvent')(event)).toEqual([]);
    expect(path).toBe('/sink');
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents+json',
      authorization: `Bearer ${token}`,
    });
  }
}

test('each step of a payment is told over https with the token of its sink', async () => {
  const token = someNo();
  const id = await rail.reserved({ sink: sink(), token });
  await rail.confirm(id);
  const events = await rail.inbox.about(id, 3);
  expect(typesOf(events).sort()).toEqual([
    'payment-completed',
    'payment-pending-validation',
    'payment-reserved',
  ]);
  expectAuthentic(events, token);
  expect(new Set(events.map(({ event }) => event.id)).size).toBe(3);
});

test('cancelled and denied payments are told, with the reason of the denial', async () => {
  const cancelled = await rail.reserved({ sink: sink() });
  await rail.cancel(cancelled);
  expect(typesOf(await rail.inbox.about(cancelled, 3))).toContain('payment-cancelled');
  const phone = phoneOf('0010');
  const denied = await rail.paid({ phone, sink: sink() });
  const [event] = await rail.inbox.about(denied, 1);
  expect(event?.event).toMatchObject({
    type: 'org.camaraproject.carrier-billing.v0.payment-denied',
    data: { status: 'failed', denialReason: expect.any(String) },
  });
  expectAuthentic(await rail.inbox.about(denied, 1), 'tkn');
});

test('a refund tells its own sink: that it is in the bill, that it is done, that it is denied', async () => {
  const id = await rail.paid({ phone: phoneOf('0301') });
  const { amountTransaction, ...rest } = refundBody(someNo());
  const credential = {
    credentialType: 'ACCESSTOKEN',
    accessToken: 'refunds',
    accessTokenExpiresUtc: '2099-01-01T00:00:00Z',
    accessTokenType: 'bearer',
  };
  const body = { ...rest, amountTransaction, sink: sink(), sinkCredential: credential };
  await rail.ask(`/payments/${id}/refunds`, { body });
  const events = await rail.inbox.about(id, 2);
  expect(typesOf(events).sort()).toEqual(['refund-completed', 'refund-in-bill']);
  expectAuthentic(events, 'refunds');
  const phone = phoneOf('1300');
  await rail.script({ phone }, { refundOutcome: 'deny', refundDelaySeconds: 0 });
  const other = await rail.paid({ phone });
  const again = {
    ...body,
    amountTransaction: { ...amountTransaction, clientCorrelator: someNo() },
  };
  await rail.ask(`/payments/${other}/refunds`, { body: again });
  const told = await rail.inbox.about(other, 2);
  expect(typesOf(told)).toContain('refund-denied');
  expectAuthentic(told, 'refunds');
});

test('an event is repeated until it is acknowledged; whoever is gone is told no more', async () => {
  rail.inbox.statuses.push(500, 429, 204);
  const id = await rail.paid({ sink: sink() });
  const events = await rail.inbox.about(id, 3);
  expect(new Set(events.map(({ event }) => event.id)).size).toBe(1);
  await expect
    .poll(async () => (await rail.view(id)).events)
    .toMatchObject([{ pending: false, results: [500, 429, 204] }]);

  rail.inbox.statuses.push(410);
  const gone = (await rail.prepare({ sink: sink() })).body.paymentId;
  await expect
    .poll(async () => (await rail.view(gone)).events)
    .toMatchObject([{ pending: false, results: [410] }]);
  await rail.cancel(gone);
  expect((await rail.view(gone)).events).toHaveLength(1);
});

test('events can be kept back, doubled, or come with a stranger’s token; a token’s end ends them', async () => {
  const [silent, doubled, strange] = [phoneOf('1301'), phoneOf('1302'), phoneOf('1303')];
  await rail.script({ phone: silent }, { notice: 'none' });
  await rail.script({ phone: doubled }, { noticeCopies: 2 });
  await rail.script({ phone: strange }, { noticeToken: 'wrong' });
  const none = await rail.paid({ phone: silent, sink: sink() });
  expect((await rail.view(none)).events).toEqual([]);
  const both = await rail.inbox.about(await rail.paid({ phone: doubled, sink: sink() }), 2);
  expect(both[0]?.bytes).toEqual(both[1]?.bytes);
  const [wrong] = await rail.inbox.about(await rail.paid({ phone: strange, sink: sink() }), 1);
  expect(wrong?.headers.authorization).not.toBe('Bearer tkn');
  const late = await rail.paid({ sink: sink(), tokenExpires: '2020-01-01T00:00:00Z' });
  await expect
    .poll(async () => (await rail.view(late)).events)
    .toMatchObject([{ pending: false, results: [] }]);
});

test('what was not acknowledged is sent again after a restart', async () => {
  rail.inbox.statuses.push(500);
  const phone = phoneOf('1304');
  const no = someNo();
  await rail.script({ phone }, { noticeDelaySeconds: 0.3 });
  await rail.create({ phone, no, sink: sink() });
  await rail.bench.restart();
  const { paymentId } = await rail.view(no);
  await rail.inbox.about(paymentId, 2);
});
