import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_SUBSCRIPTIONS } from '@/lib/api/subscription-operations';
import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { listMerchantSubscriptions } from '@/lib/subscriptions/list-merchant-subscriptions';
import { presentSubscription } from '@/lib/subscriptions/present-subscription';

/** Newest first; `next`, where there is one, is the `starting_after` of the following page. */
export const GET = readRoute({
  operation: LIST_SUBSCRIPTIONS,
  run: async (query, { merchantId }) => {
    const { customer_reference: customerReference, starting_after: before, state } = query;
    const { limit = USUAL_ON_A_PAGE } = query;
    const states = state && [state];
    const asked = { merchantId, customerReference, states, before, limit };
    const { subscriptions, next } = await listMerchantSubscriptions(asked);
    const shown = subscriptions.map(presentSubscription);
    return { status: 200, body: JSON.stringify({ subscriptions: shown, next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
