import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, momentOf } from '@/lib/core/beijing';
import {
  businessDayOf,
  chargeableFrom,
  decideStep,
  helpOf,
  nextChargeOn,
  type StepFacts,
} from '@/lib/subscriptions/rules';

const at = (text: string): Date => new Date(`${text}+08:00`);
const fresh: StepFacts = {
  state: 'active',
  paidThrough: '2026-03-31',
  remindedFor: null,
  remindedOn: null,
  renewal: null,
};
const open: NonNullable<StepFacts['renewal']> = {
  orderState: 'open',
  undecided: false,
  failedAnew: false,
  failedOn: null,
  failureReason: null,
};
const reminded = { ...fresh, remindedFor: '2026-04-01', remindedOn: '2026-03-29' };

describe('a renewal that goes well', () => {
  test('is reminded of three days before, once', () => {
    expect(decideStep(fresh, at('2026-03-20T12:00'))).toEqual({
      do: 'wait',
      until: at('2026-03-29T09:00'),
    });
    expect(decideStep(fresh, at('2026-03-29T09:00'))).toEqual({ do: 'remind', due: '2026-04-01' });
    expect(decideStep(reminded, at('2026-03-29T10:01'))).toEqual({
      do: 'wait',
      until: at('2026-04-01T10:00'),
    });
  });

  test('is charged from ten in the morning of the day after the paid days', () => {
    expect(decideStep(reminded, at('2026-04-01T09:59')).do).toBe('wait');
    expect(decideStep(reminded, at('2026-04-01T10:00'))).toEqual({
      do: 'charge',
      due: '2026-04-01',
    });
  });

  test('is noted as soon as its order is paid, cancelled or not', () => {
    const paid = { ...open, orderState: 'paid' as const };
    for (const state of ['active', 'past_due', 'cancelled', 'ended'] as const) {
      expect(decideStep({ ...fresh, state, renewal: paid }, at('2026-04-01T10:05')).do).toBe(
        'renew',
      );
    }
  });
});

describe('a renewal that nobody was told of yet', () => {
  const remind = { do: 'remind', due: '2026-04-01' };
  test('is told of late rather than at night', () => {
    for (const day of ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-04']) {
      const morning = { do: 'wait', until: at(`${day}T09:00`) };
      expect(decideStep(fresh, at(`${day}T00:00`))).toEqual(morning);
      expect(decideStep(fresh, at(`${day}T08:59`))).toEqual(morning);
      expect(decideStep(fresh, at(`${day}T09:00`))).toEqual(remind);
      expect(decideStep(fresh, at(`${day}T20:59`))).toEqual(remind);
    }
    expect(decideStep(fresh, at('2026-04-01T21:00'))).toEqual({
      do: 'wait',
      until: at('2026-04-02T09:00'),
    });
  });

  test('is charged from ten in the morning of the day after', () => {
    for (const [on, next] of [
      ['2026-03-31', '2026-04-01'],
      ['2026-04-01', '2026-04-02'],
      ['2026-04-03', '2026-04-04'],
      ['2026-04-04', '2026-04-05'],
    ]) {
      const told = { ...reminded, remindedOn: on ?? '' };
      expect(decideStep(told, at(`${on}T20:59`))).toEqual({
        do: 'wait',
        until: at(`${next}T10:00`),
      });
      expect(decideStep(told, at(`${next}T10:00`))).toEqual({ do: 'charge', due: '2026-04-01' });
    }
  });

  test('that failed late has the tries that are left of its window', () => {
    const renewal = { ...open, failedOn: '2026-04-03', failureReason: 'insufficient_funds' };
    const told = { ...reminded, remindedOn: '2026-04-02', renewal };
    expect(decideStep(told, at('2026-04-03T10:05'))).toEqual({
      do: 'wait',
      until: at('2026-04-05T10:00'),
    });
  });

  test('lapses uncharged once it is too late to be told and charged a day after', () => {
    expect(decideStep(fresh, at('2026-04-04T20:59')).do).toBe('remind');
    expect(decideStep(fresh, at('2026-04-04T21:00'))).toEqual({ do: 'end' });
    expect(decideStep(fresh, at('2026-04-05T12:00'))).toEqual({ do: 'end' });
  });

  test('is not helped by what was told of the term before', () => {
    const before = { ...fresh, remindedFor: '2026-03-01', remindedOn: '2026-02-26' };
    expect(decideStep(before, at('2026-04-02T12:00'))).toEqual(remind);
  });
});

describe('a renewal that fails', () => {
  test('for want of credit is tried one, two and four days after the first day, then the subscription ends', () => {
    const failureReason = 'insufficient_funds';
    const stepAfter = (failedOn: string) =>
      decideStep(
        { ...reminded, renewal: { ...open, failedOn, failureReason } },
        at(`${failedOn}T10:05`),
      );
    expect(stepAfter('2026-04-01')).toEqual({ do: 'wait', until: at('2026-04-02T10:00') });
    expect(stepAfter('2026-04-02')).toEqual({ do: 'wait', until: at('2026-04-03T10:00') });
    expect(stepAfter('2026-04-03')).toEqual({ do: 'wait', until: at('2026-04-05T10:00') });
    expect(stepAfter('2026-04-05')).toEqual({ do: 'end' });
  });

  const stepAfter = (failureReason: string) =>
    decideStep(
      { ...reminded, renewal: { ...open, failedOn: '2026-04-01', failureReason } },
      at('2026-04-01T10:05'),
    );
  test.each([
    'insufficient_funds',
    'limit_exceeded',
    'carrier_limit_reached',
    'user_day_used',
    'user_month_used',
    'province_day_used',
    'province_month_used',
    'not_received',
    'not_paid_in_time',
    'cancelled',
    'declined',
    'channel_closed',
    'something new',
  ])('%s: is tried again on another day', (reason) => {
    expect(helpOf(reason)).toBe('days');
    expect(stepAfter(reason)).toEqual({ do: 'wait', until: at('2026-04-02T10:00') });
  });

  test.each([
    'risk_refused',
    'payer_unknown',
    'number_unknown',
    'card_invalid',
    'identity_mismatch',
    'agreement_ended',
    'not_permitted',
    'rejected_request',
    'carrier_not_open',
    'province_not_open',
    'above_most',
    'no_fee_point',
    'no_mode',
    'stopped',
    'code_required',
    'code_wrong',
    'code_expired',
    'code_tries_used',
    'code_lost',
  ])('%s: ends the subscription, since days do not change it', (reason) => {
    expect(helpOf(reason)).toBe('nothing');
    expect(stepAfter(reason)).toEqual({ do: 'end' });
  });

  test.each([
    'channel_unavailable',
    'closed_now',
    'too_many_requests',
    'payment_in_progress',
    'earlier_attempt_unknown',
    'order_not_payable',
    'order_expired',
  ])('%s: was not sent, and is tried again the same day', (reason) => {
    expect(helpOf(reason)).toBe('minutes');
  });

  test('is written down before anything else is done', () => {
    const renewal = { ...open, failedAnew: true };
    expect(decideStep({ ...reminded, renewal }, at('2026-04-05T23:00'))).toEqual({ do: 'miss' });
  });

  test('is never charged outside its window, nor at night', () => {
    expect(decideStep(reminded, at('2026-04-06T00:00'))).toEqual({ do: 'end' });
    expect(decideStep(reminded, at('2026-04-03T02:00'))).toEqual({
      do: 'wait',
      until: at('2026-04-03T10:00'),
    });
    const expired = { ...open, orderState: 'expired' as const };
    expect(decideStep({ ...reminded, renewal: expired }, at('2026-04-03T12:00'))).toEqual({
      do: 'end',
    });
  });
});

describe('a charge in doubt', () => {
  test('is waited for: not charged again, not cancelled away, not ended, however long it takes', () => {
    const renewal = { ...open, undecided: true };
    for (const state of ['active', 'past_due', 'cancelled'] as const) {
      for (const now of ['2026-04-01T10:01', '2026-04-05T23:59', '2026-06-01T12:00']) {
        const step = decideStep({ ...reminded, state, renewal }, at(now));
        expect(step).toEqual({ do: 'wait', until: new Date(at(now).getTime() + 60_000) });
      }
    }
  });
});

describe('a cancelled subscription', () => {
  const cancelled = { ...reminded, state: 'cancelled' as const };
  test('runs to the end of the paid days, and is never charged', () => {
    expect(decideStep(cancelled, at('2026-03-30T12:00'))).toEqual({
      do: 'wait',
      until: at('2026-04-01T00:00'),
    });
    expect(decideStep(cancelled, at('2026-04-01T00:00'))).toEqual({ do: 'end' });
    expect(decideStep({ ...cancelled, renewal: open }, at('2026-04-02T10:00'))).toEqual({
      do: 'end',
    });
  });

  test('an ended one is left alone for good', () => {
    expect(decideStep({ ...cancelled, state: 'ended' }, at('2026-04-02T10:00'))).toEqual({
      do: 'wait',
      until: null,
    });
  });
});

const days = fc.integer({ min: 0, max: 3 * 366 }).map((count) => addDays('2026-01-01', count));
test('a clock that is off by a moment at midnight moves no payment to another day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, skewMs) => {
      const real = momentOf(day, 12);
      const business = new Date(real.getTime() + skewMs);
      expect(businessDayOf(momentOf(day), { business, real })).toBe(day);
      const last = new Date(momentOf(addDays(day, 1)).getTime() - 1);
      expect(businessDayOf(last, { business, real })).toBe(day);
    }),
  );
});

test('a clock that was put ahead moves the payment as far as itself', () => {
  const real = at('2026-11-26T12:00');
  const business = at('2027-01-05T12:00');
  expect(businessDayOf(at('2026-11-26T11:59'), { business, real })).toBe('2027-01-05');
});

test('the next charge is on the day after the paid days, or after the message, unless there is none', () => {
  const next = (state: StepFacts['state'], paidThrough: Day, remindedOn: Day | null = null) => {
    const remindedFor = remindedOn && addDays(paidThrough, 1);
    return nextChargeOn({ state, paidThrough, remindedFor, remindedOn });
  };
  expect(next('active', '2028-02-29')).toBe('2028-03-01');
  expect(next('active', '2028-02-29', '2028-02-27')).toBe('2028-03-01');
  expect(next('active', '2028-02-29', '2028-03-02')).toBe('2028-03-03');
  expect(next('past_due', '2026-12-31')).toBe('2027-01-01');
  expect(next('cancelled', '2026-12-31', '2026-12-29')).toBeNull();
  expect(next('ended', '2026-12-31')).toBeNull();
  expect(chargeableFrom({ due: '2027-01-01', remindedOn: '2026-12-31' })).toBe('2027-01-01');
});
