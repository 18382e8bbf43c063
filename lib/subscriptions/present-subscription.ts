import { nextChargeOn } from './rules';
import type { SubscriptionAnswer } from './schema';
import type { Subscription } from './subscription';

/** A subscription as the merchant API shows it: fen as integers, days in Beijing, the phone masked. */
export const presentSubscription = (subscription: Subscription): SubscriptionAnswer => ({
  id: subscription.id,
  order_id: subscription.orderId,
  period: subscription.period,
  amount: Number(subscription.amount.amountMinor),
  currency: subscription.amount.currency,
  subject: subscription.subject,
  state: subscription.state,
  phone: subscription.phoneMasked,
  customer_reference: subscription.customerReference,
  paid_terms: subscription.paidTerms,
  paid_through: subscription.paidThrough,
  next_charge_on: nextChargeOn(subscription),
  cancelled_at: subscription.cancelledAt?.toISOString() ?? null,
  ended_at: subscription.endedAt?.toISOString() ?? null,
  created_at: subscription.createdAt.toISOString(),
});
