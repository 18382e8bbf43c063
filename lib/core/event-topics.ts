/** Everything that merchants are told about, by name: the one list. `lib/webhooks` has the texts. */
export const EVENT_TOPICS = [
  'order.paid',
  'order.expired',
  'order.closed',
  'refund.requested',
  'refund.succeeded',
  'refund.failed',
  'refund.declined',
  'payout.succeeded',
  'payout.failed',
  'payout.returned',
  'agreement.signed',
  'agreement.unbound',
  'subscription.created',
  'subscription.renewal_upcoming',
  'subscription.renewed',
  'subscription.renewal_failed',
  'subscription.cancelled',
  'subscription.ended',
  'endpoint.disabled',
  'endpoint.enabled',
  'test.ping',
] as const;
export type EventTopic = (typeof EVENT_TOPICS)[number];

export const isEventTopic = (text: string): text is EventTopic =>
  (EVENT_TOPICS as readonly string[]).includes(text);
