import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { referenceSchema } from '@/lib/customers/schema';
import { SUBSCRIPTION_PERIODS } from '@/lib/orders/order';

const SUBSCRIPTION_SHOWN = ['active', 'past_due', 'cancelled', 'ended'] as const;

/** The query of GET /api/v1/subscriptions. */
export const listSubscriptionsQuerySchema = z.strictObject({
  ...pageFields('sub'),
  state: z.enum(SUBSCRIPTION_SHOWN).optional(),
  customer_reference: referenceSchema.optional(),
});

/** The body of POST /api/v1/subscriptions/{id}/cancel: nothing but that it is meant. */
export const cancelSubscriptionSchema = z.strictObject({}, 'must be an empty JSON object');

/** What the forms that cancel one send. */
export const subscriptionIdSchema = z.string().regex(/^sub_[0-9a-z]{26}$/);

const daySchema = z.iso.date().describe('A day in Beijing');

/** A subscription as the merchant API shows it. */
export const subscriptionAnswerSchema = z
  .strictObject({
    id: z.string(),
    order_id: z.string().describe('The order that began it'),
    period: z.enum(SUBSCRIPTION_PERIODS),
    amount: fenSchema.describe('Whole fen charged every period'),
    currency: z.literal('CNY'),
    subject: z.string(),
    state: z.enum(SUBSCRIPTION_SHOWN),
    phone: z.string().describe('Masked but for its ends'),
    customer_reference: z.string().nullable(),
    paid_terms: z.int(),
    paid_through: daySchema,
    next_charge_on: daySchema.nullable(),
    cancelled_at: momentSchema.nullable(),
    ended_at: momentSchema.nullable(),
    created_at: momentSchema,
  })
  .meta({ id: 'Subscription' });
export type SubscriptionAnswer = z.output<typeof subscriptionAnswerSchema>;

export const subscriptionListAnswerSchema = z
  .strictObject({ subscriptions: z.array(subscriptionAnswerSchema), next: nextSchema })
  .meta({ id: 'SubscriptionList' });
