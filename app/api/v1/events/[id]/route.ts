import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_EVENT } from '@/lib/api/webhook-operations';
import { getEvent } from '@/lib/webhooks/get-event';
import { presentEvent } from '@/lib/webhooks/present-event';

export const GET = readRoute({
  operation: GET_EVENT,
  run: async (_, { merchantId, params }) => {
    const event = await getEvent({ merchantId, eventId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentEvent(event)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
