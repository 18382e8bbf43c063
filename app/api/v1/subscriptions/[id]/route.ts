import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_SUBSCRIPTION } from '@/lib/api/subscription-operations';
import { getSubscription } from '@/lib/subscriptions/get-subscription';
import { presentSubscription } from '@/lib/subscriptions/present-subscription';

export const GET = readRoute({
  operation: GET_SUBSCRIPTION,
  run: async (_, { merchantId, params }) => {
    const subscription = await getSubscription({ merchantId, subscriptionId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentSubscription(subscription)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
