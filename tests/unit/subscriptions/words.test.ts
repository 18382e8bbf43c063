import { expect, test } from 'vitest';
import { phoneCodeText } from '@/lib/auth/phone-code';
import { cny } from '@/lib/money/money';
import { reminderText } from '@/lib/subscriptions/reminder-rules';
import type { Subscription, SubscriptionTerm } from '@/lib/subscriptions/subscription';
import { eventBody } from '@/lib/webhooks/event-body';
import { subscriptionData } from '@/lib/webhooks/subscription-told';

test('the reminder says in both languages who takes how much when, and how to stop it', () => {
  const lines = reminderText({
    merchant: { name: '禾木小店', nameEn: 'Hemu Shop' },
    subject: '音乐会员',
    amount: cny(1_500n),
    from: '2027-04-01',
    address: 'https://pay.example/subscriptions',
  }).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('禾木小店订阅的“音乐会员”将于4月1日起自动续费 ¥15.00');
  expect(lines[1]).toContain('at Hemu Shop renews on 2027-04-01 or soon after: ¥15.00');
  for (const line of lines) expect(line).toContain('https://pay.example/subscriptions');
});

test('the code’s message says what it is for, and lets the phone offer it on our page only', () => {
  const text = phoneCodeText({
    code: '012345',
    purpose: 'subscriptions',
    host: 'pay.example',
    minutes: 5,
  });
  expect(text).toContain('查看和取消话费订阅，验证码 012345');
  expect(text.split('\n').at(-1)).toBe('@pay.example #012345');
});

const subscription: Subscription = {
  id: 'sub_1',
  merchantId: 'mer_1',
  orderId: 'ord_1',
  period: 'rolling_31',
  amount: cny(1_000n),
  subject: '云盘会员',
  state: 'past_due',
  phoneHash: 'a hash',
  phoneMasked: '138****7000',
  phoneItemId: 'vlt_1',
  consentVersion: '1',
  customerReference: 'alice',
  paidThrough: '2027-04-14',
  paidTerms: 1,
  remindedFor: '2027-04-15',
  remindedOn: '2027-04-12',
  nextStepAt: null,
  cancelledBy: null,
  cancelledAt: null,
  endedAt: null,
  createdAt: new Date('2027-03-15T04:00:00Z'),
};
const term: SubscriptionTerm = {
  subscriptionId: 'sub_1',
  seq: 2,
  orderId: 'ord_2',
  startsOn: '2027-04-15',
  endsOn: '2027-05-15',
  failures: 1,
  failedOn: '2027-04-15',
  failedAttemptId: 'att_1',
  failureReason: 'insufficient_funds',
  paidAt: null,
};
const at = new Date('2027-04-15T02:01:00Z');

test('a merchant is told of a failed renewal: which term, how often, why; and nothing about the phone', () => {
  const topic = 'subscription.renewal_failed';
  const data = subscriptionData({ topic, subscription, term });
  const body = eventBody({ topic, at, sequence: 3, data });
  expect(JSON.parse(body)).toEqual({
    type: topic,
    timestamp: '2027-04-15T02:01:00.000Z',
    sequence: 3,
    data: {
      subscription_id: 'sub_1',
      first_order_id: 'ord_1',
      period: 'rolling_31',
      amount: 1_000,
      currency: 'CNY',
      subject: '云盘会员',
      state: 'past_due',
      customer_reference: 'alice',
      paid_through: '2027-04-14',
      next_charge_on: '2027-04-15',
      term: {
        number: 2,
        order_id: 'ord_2',
        starts_on: '2027-04-15',
        ends_on: '2027-05-15',
        paid_at: null,
      },
      failures: 1,
      failure_reason: 'insufficient_funds',
    },
  });
  expect(body).not.toContain('138');
});

test('a merchant is told of a renewal by its term, whatever has happened since', () => {
  const paid = { ...term, paidAt: at };
  const later = { ...subscription, state: 'cancelled' as const, paidThrough: '2027-06-15' };
  const topic = 'subscription.renewed';
  expect(subscriptionData({ topic, subscription: later, term: paid })).toMatchObject({
    paid_through: '2027-05-15',
    next_charge_on: null,
    term: { number: 2, paid_at: at.toISOString() },
  });
});
