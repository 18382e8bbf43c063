import { nextChargeOn } from '@/lib/subscriptions/rules';
import type { Subscription, SubscriptionTerm } from '@/lib/subscriptions/subscription';

/** What merchants are told about a subscription, and how it stood right after. */
export type SubscriptionTopic =
  | 'subscription.created'
  | 'subscription.renewal_upcoming'
  | 'subscription.renewed'
  | 'subscription.renewal_failed'
  | 'subscription.cancelled'
  | 'subscription.ended';

/**
 * What a notice about a subscription says. Amounts in minor units (fen), times in ISO 8601 UTC, days in Beijing,
 * names as in the merchant API. `term` is the one that was bought, renewed or not renewed.
 */
export const subscriptionData = ({
  topic,
  subscription,
  term,
}: {
  topic: SubscriptionTopic;
  subscription: Subscription;
  term: SubscriptionTerm | undefined;
}) => ({
  subscription_id: subscription.id,
  first_order_id: subscription.orderId,
  period: subscription.period,
  amount: Number(subscription.amount.amountMinor),
  currency: subscription.amount.currency,
  subject: subscription.subject,
  state: subscription.state,
  customer_reference: subscription.customerReference,
  paid_through: term?.paidAt ? term.endsOn : subscription.paidThrough,
  next_charge_on: nextChargeOn(subscription),
  ...(term
    ? {
        term: {
          number: term.seq,
          order_id: term.orderId,
          starts_on: term.startsOn,
          ends_on: term.endsOn,
          paid_at: term.paidAt?.toISOString() ?? null,
        },
      }
    : {}),
  ...(topic === 'subscription.renewal_failed'
    ? { failures: term?.failures ?? 0, failure_reason: term?.failureReason ?? null }
    : {}),
});
