import { describe, expect, test } from 'vitest';
import type { Outcome } from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import { decideSuccess, decideSwitch, nextAskAt, payableUntil } from '@/lib/payments/rules';
import type { AttemptState } from '@/lib/payments/states';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20) + seconds * 1000);

describe('decideSuccess', () => {
  const policies = ['accept', 'refund', 'hold'] as const;
  const undecided: AttemptState[] = ['sent', 'waiting', 'unknown', 'superseded', 'failed'];

  test.each(policies)(
    'money for an order paid another way goes back, whatever the policy (%s)',
    (policy) => {
      for (const attempt of undecided) {
        expect(decideSuccess({ attempt, order: 'paid', policy, part: 'none' })).toBe('refund');
      }
    },
  );

  test.each(policies)('an open order takes the money of its live attempt (%s)', (policy) => {
    for (const attempt of ['sent', 'waiting', 'unknown'] as const) {
      expect(decideSuccess({ attempt, order: 'open', policy, part: 'none' })).toBe('pay');
    }
  });

  test.each(policies)(
    'an open order takes the money of an attempt left behind, as late (%s)',
    (policy) => {
      expect(decideSuccess({ attempt: 'superseded', order: 'open', policy, part: 'none' })).toBe(
        'accept',
      );
      expect(decideSuccess({ attempt: 'failed', order: 'open', policy, part: 'none' })).toBe(
        'accept',
      );
    },
  );

  test.each(policies)('after expiry or close the merchant’s policy decides (%s)', (policy) => {
    for (const order of ['expired', 'closed'] as const) {
      expect(decideSuccess({ attempt: 'waiting', order, policy, part: 'none' })).toBe(policy);
    }
  });

  test('the same success heard again does nothing', () => {
    for (const attempt of ['succeeded', 'late_succeeded', 'returned'] as const) {
      expect(decideSuccess({ attempt, order: 'paid', policy: 'refund', part: 'none' })).toBe(
        'nothing',
      );
    }
  });
});

describe('decideSuccess beside a balance', () => {
  const of = (facts: Omit<Parameters<typeof decideSuccess>[0], 'policy'>) =>
    (['accept', 'refund', 'hold'] as const).map((policy) => decideSuccess({ ...facts, policy }));

  test('while its part is held, a success means what it always means', () => {
    expect(of({ attempt: 'waiting', order: 'open', part: 'held' })).toEqual(Array(3).fill('pay'));
    expect(of({ attempt: 'superseded', order: 'open', part: 'held' })).toEqual(
      Array(3).fill('accept'),
    );
    expect(of({ attempt: 'unknown', order: 'expired', part: 'held' })).toEqual([
      'accept',
      'refund',
      'hold',
    ]);
    expect(of({ attempt: 'waiting', order: 'paid', part: 'held' })).toEqual(
      Array(3).fill('refund'),
    );
  });

  test('once its part is held no more, the rest alone pays nothing and goes back, whatever the policy', () => {
    for (const attempt of ['waiting', 'unknown', 'superseded', 'failed'] as const) {
      for (const order of ['open', 'paid', 'expired', 'closed'] as const) {
        expect(of({ attempt, order, part: 'gone' })).toEqual(Array(3).fill('refund'));
      }
    }
    expect(of({ attempt: 'succeeded', order: 'paid', part: 'gone' })).toEqual(
      Array(3).fill('nothing'),
    );
  });
});

describe('decideSwitch', () => {
  const evidence = {};
  const pending: Outcome = { kind: 'pending', next: { type: 'wait' }, evidence };
  const unknown: Outcome = { kind: 'unknown', cause: 'timeout', evidence };

  test('an attempt nobody can tell about is not left', () => {
    expect(decideSwitch(unknown, true)).toBe('refuse');
    expect(decideSwitch(unknown, false)).toBe('refuse');
  });

  test('an unpaid attempt is closed where the channel can, else superseded', () => {
    expect(decideSwitch(pending, true)).toBe('close');
    expect(decideSwitch(pending, false)).toBe('supersede');
  });

  test('a paid attempt is the end of choosing, a failed one the beginning', () => {
    const paid: Outcome = { kind: 'succeeded', channelRef: 'q', amount: cny(1n), evidence };
    expect(decideSwitch(paid, false)).toBe('paid');
    expect(decideSwitch({ kind: 'failed', reason: 'declined', evidence }, false)).toBe('choose');
  });
});

describe('nextAskAt', () => {
  const facts = {
    requestedAt: at(0),
    payableUntil: at(900),
    scheduleSeconds: [15, 60, 300, 600, 1800],
  };

  test('follows the channel’s schedule, counted from the request', () => {
    expect(nextAskAt({ ...facts, now: at(0) })).toEqual(at(15));
    expect(nextAskAt({ ...facts, now: at(16) })).toEqual(at(60));
    expect(nextAskAt({ ...facts, now: at(301) })).toEqual(at(600));
  });

  test('asks once more when the attempt can no longer be paid', () => {
    expect(nextAskAt({ ...facts, now: at(601) })).toEqual(at(960));
  });

  test('never stops asking while the answer is not definite', () => {
    expect(nextAskAt({ ...facts, now: at(4000) })).toEqual(at(4000 + 7200));
  });
});

test('nobody can pay at the channel after the order has expired', () => {
  expect(payableUntil(at(0), at(60))).toEqual(at(60));
  expect(payableUntil(at(0), at(7200))).toEqual(at(900));
});
