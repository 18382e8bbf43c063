import { expect, test } from 'vitest';
import { SUBSCRIPTION_PERIODS } from '@/lib/orders/order';
import { SUBSCRIPTION } from '@/lib/subscriptions/states';
import { SubscriptionPeriod, SubscriptionState } from '@/prisma/generated/enums';

test('the subscription states and periods of the database are those of the code', () => {
  expect(Object.values(SubscriptionState).sort()).toEqual(Object.keys(SUBSCRIPTION).sort());
  expect(Object.values(SubscriptionPeriod).sort()).toEqual([...SUBSCRIPTION_PERIODS].sort());
});

test('what was cancelled or has ended never becomes active again', () => {
  for (const state of ['cancelled', 'ended'] as const) {
    expect(Object.values(SUBSCRIPTION[state])).not.toContain('active');
    expect(Object.values(SUBSCRIPTION[state])).not.toContain('past_due');
  }
  expect(new Set(Object.values(SUBSCRIPTION.ended))).toEqual(new Set(['ended']));
});
