import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARRIER_MODES, type FailureReason, type Outcome } from '@/lib/channels/port';
import { PERMISSIONS } from '@/lib/core/permissions';
import { cny } from '@/lib/money/money';
import type { PhonePayment } from '@/lib/payments/phone-payment';
import {
  asksAgain,
  awaitsCode,
  closedBecause,
  contractObstacle,
  decidedAs,
  MOST_CODE_TRIES,
  modesHere,
  modesPermitted,
  noSuchCode,
  notHere,
  notTooEarly,
  orOnceLeftLying,
  payerCanGoOn,
  phoneOutcome,
  resendAt,
  unknownPayersOutcome,
} from '@/lib/payments/phone-rules';

const NOW = new Date('2026-11-26T04:00:00Z');
const UNTIL = new Date('2026-11-26T04:15:00Z');
const CODE_END = new Date('2026-11-26T04:05:00Z');
const SENT = { state: 'sent', requestedAt: NOW, payableUntil: UNTIL, nextStep: null } as const;
const PHONE: PhonePayment = {
  attemptId: 'att_1',
  orderId: 'ord_1',
  lineId: 'line',
  carrier: 'cmcc',
  province: '11',
  feePoint: 'P6',
  mode: 'sms',
  phoneHash: 'hash',
  phoneMasked: '138****8000',
  phoneItemId: 'vlt_1',
  consentVersion: '1',
  codeRef: null,
  codeTries: 0,
  codeExpiresAt: null,
  codeTakenAt: null,
  payerUnknown: false,
};
const pending = (
  next: Extract<Outcome, { kind: 'pending' }>['next'],
  more: Partial<Extract<Outcome, { kind: 'pending' }>> = {},
): Outcome => ({ kind: 'pending', next, evidence: {}, ...more });
const failed = (reason: FailureReason): Outcome => ({ kind: 'failed', reason, evidence: {} });
const CODE_SENT = pending(
  { type: 'enter-code', phoneMasked: '138****8000', expiresAt: CODE_END.toISOString() },
  { codeRef: 'authorization', channelRef: 'payment' },
);

test('a phone bill is offered for digital goods, on Android, where the merchant shows it', () => {
  const here = { goods: 'digital', hiddenMethods: [], os: 'android' } as const;
  expect(notHere(here)).toBeUndefined();
  expect(notHere({ ...here, goods: 'physical' })).toBe('goods_physical');
  expect(notHere({ ...here, hiddenMethods: ['carrier'] })).toBe('hidden');
  expect(notHere({ ...here, os: 'ios' })).toBe('carrier_android_only');
  expect(notHere({ ...here, os: 'other' })).toBe('carrier_android_only');
});

describe('ways to charge', () => {
  test('without a code only the own proved phone, where the host vouches, and never for a subscription', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (directBilling, ownPhone, periodic) => {
        const modes = modesHere({ host: { directBilling }, ownPhone, periodic });
        expect(modes.includes('direct')).toBe(directBilling && ownPhone && !periodic);
        expect(modes.slice(-2)).toEqual(['sms', 'wap']);
      }),
    );
  });

  test('what the page announced is done, or nothing', () => {
    const stranger = { host: {}, ownPhone: false, periodic: false };
    expect(modesHere({ ...stranger, only: 'wap' })).toEqual(['wap']);
    expect(modesHere({ ...stranger, only: 'direct' })).toEqual([]);
  });

  test('each way needs its permission, and a subscription one more', () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS]), fc.boolean(), (permissions, periodic) => {
        const modes = modesPermitted(CARRIER_MODES, { permissions, periodic });
        const has = (name: (typeof PERMISSIONS)[number]) => permissions.includes(name);
        const sold = !periodic || has('carrier_periodic');
        expect(modes.includes('sms')).toBe(sold && has('carrier_sms'));
        expect(modes.includes('wap')).toBe(sold && has('carrier_wap'));
        expect(modes.includes('direct')).toBe(sold && (periodic || has('carrier_direct')));
      }),
    );
  });
});

test('the contract’s own range and hours are obstacles of their own', () => {
  const open = { least: null, most: null, hours: null };
  const at = { amount: cny(600n), now: NOW };
  expect(contractObstacle(open, at)).toBeUndefined();
  expect(contractObstacle({ ...open, most: cny(500n) }, at)).toEqual({
    reason: 'above_most',
    most: cny(500n),
  });
  expect(contractObstacle({ ...open, least: cny(601n) }, at)).toEqual({
    reason: 'channel_unavailable',
  });
  // 12:00 in Beijing.
  expect(contractObstacle({ ...open, hours: '00:00-12:00' }, at)?.reason).toBe('closed_now');
  expect(contractObstacle({ ...open, hours: '12:00-13:00' }, at)).toBeUndefined();
});

describe('what a word of the carrier comes to', () => {
  test('a number that nobody has looks exactly like one that was sent a code', () => {
    const known = phoneOutcome(CODE_SENT, SENT, PHONE, NOW);
    const nobodys = phoneOutcome(failed('payer_unknown'), SENT, PHONE, NOW);
    const stepOf = ({ outcome }: typeof known) => outcome.kind === 'pending' && outcome.next;
    expect(stepOf(nobodys)).toEqual(stepOf(known));
    expect(nobodys.note).toEqual({ payerUnknown: true, codeExpiresAt: CODE_END });
    expect(known.note).toEqual({ codeRef: 'authorization', codeExpiresAt: CODE_END });
  });

  test('where no code is sent a number that nobody has is refused like one that may not pay', () => {
    const refused = { outcome: failed('risk_refused'), note: {} };
    for (const mode of ['wap', 'direct'] as const) {
      const other = { ...PHONE, mode };
      expect(phoneOutcome(failed('payer_unknown'), SENT, other, NOW)).toEqual(refused);
      expect(phoneOutcome(failed('risk_refused'), SENT, other, NOW)).toEqual(refused);
    }
    const sent = { ...PHONE, codeRef: 'authorization' };
    expect(phoneOutcome(failed('payer_unknown'), SENT, sent, NOW)).toEqual(refused);
  });

  test('a wrong code gives the step back with the tries that are left and the end it had', () => {
    const end = new Date('2026-11-26T04:04:00Z');
    const tried = { ...PHONE, codeRef: 'authorization', codeTries: 1, codeExpiresAt: end };
    const wrong = noSuchCode(PHONE, UNTIL, NOW);
    expect(asksAgain(wrong)).toBe(true);
    const { outcome } = phoneOutcome(wrong, { ...SENT, state: 'waiting' }, tried, NOW);
    expect(outcome).toMatchObject({
      next: { type: 'enter-code', wrong: true, triesLeft: 2, expiresAt: end.toISOString() },
    });
  });

  test('a code whose answer got lost may be typed again, while there are tries', () => {
    const lost = { ...SENT, state: 'unknown' } as const;
    const wait = pending({ type: 'wait' });
    const tried = (codeTries: number) => ({ ...PHONE, codeRef: 'authorization', codeTries });
    const nextOf = (phone: PhonePayment, state: 'unknown' | 'waiting' = 'unknown') => {
      const { outcome } = phoneOutcome(wait, { ...lost, state }, phone, NOW);
      return outcome.kind === 'pending' ? outcome.next.type : outcome.kind;
    };
    expect(nextOf(tried(2))).toBe('enter-code');
    expect(nextOf(tried(MOST_CODE_TRIES))).toBe('wait');
    expect(nextOf(PHONE)).toBe('wait');
    // The code is on its way to the carrier just now: nothing was lost.
    expect(nextOf(tried(1), 'waiting')).toBe('wait');
    // It was right: the money is held for our word.
    const held = pending({ type: 'wait' }, { ours: 'confirm' });
    expect(phoneOutcome(held, lost, tried(1), NOW).outcome).toEqual(held);
  });

  test('a code is typed in again where whoever was handing it on has died, and nowhere else', () => {
    const taken = { ...PHONE, codeRef: 'authorization', codeTries: 1, codeTakenAt: NOW };
    const asked = pending({ type: 'wait' }, { awaitsPayer: true });
    const waiting = { ...SENT, state: 'waiting' } as const;
    const nextAt = (
      seconds: number,
      { word = asked, phone = taken as PhonePayment, attempt = {} as object } = {},
    ) => {
      const now = new Date(NOW.getTime() + seconds * 1000);
      const { outcome } = phoneOutcome(word, { ...waiting, ...attempt }, phone, now);
      return outcome.kind === 'pending' ? outcome.next : outcome.kind;
    };
    // The answer may still come.
    expect(nextAt(59)).toEqual({ type: 'wait' });
    expect(nextAt(60)).toMatchObject({ type: 'enter-code', triesLeft: 2 });
    // Also a payment by a number that nobody has, which is answered like any other.
    const nobodys = { ...taken, codeRef: null, payerUnknown: true };
    const word = unknownPayersOutcome(NOW, UNTIL);
    expect(nextAt(60, { phone: nobodys, word })).toMatchObject({ type: 'enter-code' });
    // After the last try another code can be asked for there.
    const spent = { ...taken, codeTries: MOST_CODE_TRIES };
    expect(nextAt(60, { phone: spent })).toMatchObject({ type: 'enter-code', triesLeft: 0 });
    // The code was taken, and the carrier is at work on it.
    expect(nextAt(60, { word: pending({ type: 'wait' }) })).toEqual({ type: 'wait' });
    expect(nextAt(60, { phone: { ...taken, codeTakenAt: null } })).toEqual({ type: 'wait' });
    const there = { nextStep: { type: 'enter-code', phoneMasked: '', expiresAt: '', wrong: true } };
    expect(nextAt(60, { attempt: there })).toEqual({ type: 'wait' });
    expect(nextAt(60, { attempt: { state: 'superseded' } })).toEqual({ type: 'wait' });
  });

  test('every other word is taken as it is', () => {
    const words = [failed('insufficient_funds'), pending({ type: 'redirect', url: 'https://c' })];
    for (const word of words) {
      expect(phoneOutcome(word, SENT, PHONE, NOW)).toEqual({ outcome: word, note: {} });
    }
  });
});

test('a payment is not let go while the answer with its code may still be on its way', () => {
  const lost = pending({ type: 'wait' }, { ours: 'cancel' });
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  const oursOf = (state: 'sent' | 'waiting' | 'unknown', seconds: number) => {
    const word = notTooEarly(lost, { state, requestedAt: NOW }, at(seconds));
    return word.kind === 'pending' ? word.ours : word.kind;
  };
  expect(oursOf('sent', 59)).toBeUndefined();
  expect(oursOf('waiting', 3)).toBeUndefined();
  expect(oursOf('sent', 60)).toBe('cancel');
  // Its answer is known to be lost.
  expect(oursOf('unknown', 1)).toBe('cancel');
  const held = pending({ type: 'wait' }, { ours: 'confirm' });
  expect(notTooEarly(held, { state: 'sent', requestedAt: NOW }, NOW)).toBe(held);
});

test('a payment by an unknown number ends like one whose code nobody typed in', () => {
  expect(unknownPayersOutcome(NOW, UNTIL).kind).toBe('pending');
  expect(unknownPayersOutcome(UNTIL, UNTIL)).toMatchObject({
    kind: 'failed',
    reason: 'not_paid_in_time',
  });
});

test('the channel is asked when a step that was taken may be given back, or sooner', () => {
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  const taken = { codeTakenAt: NOW };
  expect(orOnceLeftLying(later(900), taken, later(20))).toEqual(later(60));
  expect(orOnceLeftLying(later(30), taken, later(20))).toEqual(later(30));
  expect(orOnceLeftLying(later(900), taken, later(60))).toEqual(later(900));
  expect(orOnceLeftLying(later(900), { codeTakenAt: null }, later(20))).toEqual(later(900));
  expect(orOnceLeftLying(later(900), undefined, later(20))).toEqual(later(900));
});

test('where no code was sent every code is wrong, and in the end too old', () => {
  const nobodys = { ...PHONE, codeExpiresAt: CODE_END };
  const justBefore = new Date(CODE_END.getTime() - 1);
  expect(noSuchCode(nobodys, UNTIL, justBefore)).toMatchObject({ next: { wrong: true } });
  expect(noSuchCode(nobodys, UNTIL, CODE_END)).toEqual(failed('code_expired'));
});

test('another code is for whoever waits for one, in whichever way they are charged', () => {
  const none = { codeRef: null, payerUnknown: false };
  const box = { type: 'enter-code', phoneMasked: '', expiresAt: '' } as const;
  expect(awaitsCode({ nextStep: box }, none)).toBe(true);
  expect(awaitsCode({ nextStep: null }, { ...none, codeRef: 'authorization' })).toBe(true);
  expect(awaitsCode({ nextStep: null }, { ...none, payerUnknown: true })).toBe(true);
  expect(awaitsCode({ nextStep: { type: 'redirect', url: 'https://c' } }, none)).toBe(false);
  expect(awaitsCode({ nextStep: null }, none)).toBe(false);
});

test('the channel’s number is quoted where the payer can go on, so that what is lost is let go', () => {
  const redirect = { nextStep: { type: 'redirect', url: 'https://c' } } as const;
  const nothing = { nextStep: null };
  expect(payerCanGoOn(nothing, { codeRef: 'authorization', mode: 'sms' })).toBe(true);
  expect(payerCanGoOn(nothing, { codeRef: null, mode: 'sms' })).toBe(false);
  expect(payerCanGoOn(nothing, { codeRef: null, mode: 'wap' })).toBe(false);
  expect(payerCanGoOn(redirect, { codeRef: null, mode: 'sms' })).toBe(true);
  expect(payerCanGoOn(nothing, { codeRef: null, mode: 'direct' })).toBe(true);
});

test('closing says why it was done only where the channel has closed', () => {
  expect(closedBecause(failed('cancelled'), 'code_tries_used')).toMatchObject({
    reason: 'code_tries_used',
  });
  expect(closedBecause(failed('cancelled'), undefined)).toMatchObject({ reason: 'cancelled' });
  expect(closedBecause(CODE_SENT, 'code_tries_used')).toBe(CODE_SENT);
});

test('what is decided is not closed again', () => {
  const attempt = { amount: cny(600n), channelRef: 'payment', channelOrderNo: 'ours' };
  expect(decidedAs({ ...attempt, state: 'waiting' })).toBeUndefined();
  expect(decidedAs({ ...attempt, state: 'superseded' })).toBeUndefined();
  expect(decidedAs({ ...attempt, state: 'failed' })?.kind).toBe('failed');
  for (const state of ['succeeded', 'late_succeeded', 'returned'] as const) {
    expect(decidedAs({ ...attempt, state })?.kind).toBe('succeeded');
  }
});

test('another code may be asked for a minute after the last', () => {
  expect(resendAt(NOW).getTime() - NOW.getTime()).toBe(60_000);
});
