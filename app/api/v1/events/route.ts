import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_EVENTS } from '@/lib/api/webhook-operations';
import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { listEvents } from '@/lib/webhooks/list-events';
import { presentEvent } from '@/lib/webhooks/present-event';

export const GET = readRoute({
  operation: LIST_EVENTS,
  run: async (query, { merchantId }) => {
    const { created_from: from, created_to: to, limit = USUAL_ON_A_PAGE } = query;
    const { events, next } = await listEvents({
      ...{ merchantId, limit, topic: query.type, objectId: query.object_id },
      before: query.starting_after,
      from: from ? new Date(from) : undefined,
      to: to ? new Date(to) : undefined,
    });
    return { status: 200, body: JSON.stringify({ events: events.map(presentEvent), next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
