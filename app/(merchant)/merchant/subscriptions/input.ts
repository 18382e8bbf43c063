import { z } from 'zod';
import { subscriptionIdSchema } from '@/lib/subscriptions/schema';

/** What the form of one subscription sends. */
export const cancelSubscriptionInput = z.object({ subscriptionId: subscriptionIdSchema });
