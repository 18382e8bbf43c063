import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { type PhoneRail, startPhoneRail } from '@/tests/support/phone-rail';
import { phoneScene } from '@/tests/support/phone-scene';

/** What the simulator tells us besides its answers, read by the adapter that is written without it. */
let rail: PhoneRail;
beforeAll(async () => {
  rail = await startPhoneRail();
}, 60_000);
afterEach(() => expect(rail.faults()).toEqual([]));
afterAll(() => rail.stop());

const { phoneOf, paymentOf, refundOf, ended } = phoneScene(() => rail);

test('an event names our number by the token that we gave, and no other token will do', async () => {
  const request = paymentOf(phoneOf('1234'), 'direct');
  const paid = await rail.adapter.pay(request);
  const channelRef = paid.kind === 'succeeded' ? paid.channelRef : '';
  const [event] = await rail.rails.events(channelRef, 1);
  const { bytes, headers = {} } = event ?? { bytes: new Uint8Array() };
  const read = (authorization = headers.authorization ?? '') =>
    rail.adapter.readNotice({ body: bytes, headers: { authorization }, receivedAt: new Date() });
  const { channelOrderNo } = request;
  expect(read()).toMatchObject({
    concerns: 'payment',
    channelOrderNo,
    carrier: 'cmcc',
    outcome: { kind: 'pending' },
  });
  expect(read().noticeKey).toBe(read().noticeKey);
  const token = headers.authorization ?? '';
  const changed = token.endsWith('0') ? '1' : '0';
  expect(() => read(token.slice(0, -1) + changed)).toThrow(UnauthenticNotice);
  expect(() => read('')).toThrow(UnauthenticNotice);
});

test('a refund is told of by an event of its own', async () => {
  const request = await refundOf('1234', 100n);
  await rail.adapter.refund(request);
  await ended(request);
  const told = await rail.rails.events(request.original.channelRef, 2);
  const mine = told.find(({ event }) => event.data.refundId !== undefined);
  if (!mine) throw new Error('no event of the refund');
  const { bytes: body, headers } = mine;
  const notice = rail.adapter.readNotice({ body, headers, receivedAt: new Date() });
  expect(notice).toMatchObject({ concerns: 'refund', channelOrderNo: request.channelOrderNo });
});

test('whose a number is, and that it was ported, is told by the look-up', async () => {
  const { lookup } = rail;
  const own = await lookup.find('+8613800001234');
  expect(own).toEqual({ kind: 'found', carrier: 'cmcc', province: '11', ported: false });
  const ported = await lookup.find('+8613800000202');
  expect(ported).toMatchObject({ kind: 'found', carrier: 'cucc', ported: true });
  expect(await lookup.find('+8613800000003')).toBeUndefined();
});
