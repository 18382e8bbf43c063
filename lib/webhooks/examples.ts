import type { EventTopic } from '@/lib/core/event-topics';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import type { AskedRefund } from '@/lib/refunds/refund';
import type { Subscription, SubscriptionTerm } from '@/lib/subscriptions/subscription';
import { agreementData } from './agreement-told';
import { endpointData, pingData } from './endpoint-told';
import { eventBody } from './event-body';
import { orderEndedData, orderPaidData } from './order-told';
import { payoutEndedData } from './payout-told';
import { refundEndedData, refundRequestedData } from './refund-told';
import { subscriptionData } from './subscription-told';

/** Made up, and written by the very functions that write the notices: for the documentation. */
const AT = new Date('2026-11-26T06:30:00.000Z');

const order: Order = {
  id: 'ord_01k9y2c5v8m4q7t0w3z6b9e2h5',
  merchantId: 'mer_hemu',
  merchantOrderNo: 'A-1001',
  amount: cny(6_800n),
  subject: '亚麻短袖衬衫',
  goods: 'physical',
  returnUrl: 'https://shop.example/back',
  customerReference: 'alice',
  subscriptionPeriod: null,
  metadata: { cart: '83' },
  payToken: '',
  state: 'paid',
  expiresAt: new Date('2026-11-26T07:00:00.000Z'),
  paidAt: AT,
  paidAttemptId: 'att_1',
  createdAt: new Date('2026-11-26T06:00:00.000Z'),
};

const refund = {
  id: 'ref_01k9y3d6w9n5r8v1x4a7c0f3j6',
  merchantRefundNo: 'R-1001',
  amount: cny(1_200n),
  parts: [],
  returned: cny(1_200n),
  reason: '少发一件',
  declineReason: null,
  failureReason: null,
} as unknown as AskedRefund;

const request = {
  ...{ refundId: refund.id, orderId: order.id, amount: refund.amount, state: 'requested' as const },
  ...{ reason: 'not_as_described' as const, words: '颜色不对', proof: 'receipt' as const },
  ...{ askedAt: AT, declineReason: null },
};

const payout = {
  ...{ id: 'pyt_01k9y4e7x0p6s9w2y5b8d1g4k7', amount: cny(500_000n), failureReason: null },
  ...{ requestedAt: order.createdAt, finishedAt: AT },
};

const agreement = {
  ...{ id: 'agr_01k9y5f8y1q7t0x3z6c9e2h5m8', bankCode: 'icbc', cardType: 'debit' as const },
  ...{ cardTail: '4821', activatedAt: AT, endedAt: AT },
};

const subscription = {
  id: 'sub_01k9y6g9z2r8v1y4a7d0f3j6n9',
  orderId: order.id,
  period: 'natural_month',
  amount: cny(1_500n),
  subject: '音乐会员',
  state: 'active',
  customerReference: 'alice',
  paidThrough: '2026-11-30',
  nextStepAt: null,
} as unknown as Subscription;

const term = {
  ...{ seq: 2, orderId: 'ord_01k9y7h0a3s9w2z5b8e1g4k7p0', startsOn: '2026-12-01' },
  ...{ endsOn: '2026-12-31', paidAt: AT, failures: 0, failureReason: null },
} as unknown as SubscriptionTerm;

const endpoint = { id: 'whe_01k9y8j1b4t0x3a6c9f2h5m8q1', url: 'https://shop.example/hook' };

const paidBy = { method: 'card', channel: 'unionpay', cardType: 'debit' as const };
const alice = { agreement, customerReference: 'alice' };
const unpaid = { ...term, paidAt: null } as SubscriptionTerm;

const DATA: Record<EventTopic, Record<string, unknown>> = {
  'order.paid': orderPaidData({ order, paidBy }),
  'order.expired': orderEndedData({ order, state: 'expired', at: AT }),
  'order.closed': orderEndedData({ order, state: 'closed', at: AT }),
  'refund.requested': refundRequestedData({ request, order }),
  'refund.succeeded': refundEndedData({ refund, state: 'succeeded', order }),
  'refund.failed': refundEndedData({
    ...{ refund: { ...refund, failureReason: 'declined' }, state: 'failed', order },
  }),
  'refund.declined': refundEndedData({
    ...{ refund: { ...refund, declineReason: '已拆封' }, state: 'declined', order },
  }),
  'payout.succeeded': payoutEndedData({ payout, state: 'succeeded' }),
  'payout.failed': payoutEndedData({
    ...{ payout: { ...payout, failureReason: 'account_closed' }, state: 'failed' },
  }),
  'payout.returned': payoutEndedData({
    ...{ payout: { ...payout, failureReason: 'name_mismatch' }, state: 'returned' },
  }),
  'agreement.signed': agreementData({ ...alice, state: 'active' }),
  'agreement.unbound': agreementData({ ...alice, state: 'ended' }),
  'subscription.created': subscriptionData({
    ...{ topic: 'subscription.created', subscription, term: { ...term, seq: 1 } },
  }),
  'subscription.renewal_upcoming': subscriptionData({
    ...{ topic: 'subscription.renewal_upcoming', subscription, term: undefined },
  }),
  'subscription.renewed': subscriptionData({ topic: 'subscription.renewed', subscription, term }),
  'subscription.renewal_failed': subscriptionData({
    topic: 'subscription.renewal_failed',
    subscription: { ...subscription, state: 'past_due' },
    term: { ...unpaid, failures: 1, failureReason: 'insufficient_funds' },
  }),
  'subscription.cancelled': subscriptionData({
    topic: 'subscription.cancelled',
    subscription: { ...subscription, state: 'cancelled' },
    term: undefined,
  }),
  'subscription.ended': subscriptionData({
    topic: 'subscription.ended',
    subscription: { ...subscription, state: 'ended' },
    term: undefined,
  }),
  'endpoint.disabled': endpointData({ ...endpoint, disabledReason: 'failing' }),
  'endpoint.enabled': endpointData({ ...endpoint, disabledReason: null }),
  'test.ping': pingData(endpoint),
};

/** What a notice of the topic looks like, to the byte. */
export const exampleBody = (topic: EventTopic): string =>
  eventBody({ topic, at: AT, sequence: 1, data: DATA[topic] });
