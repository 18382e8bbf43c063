import { z } from 'zod';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { deliveryIdSchema, endpointIdSchema, eventIdSchema } from '@/lib/webhooks/schema';
import { dayQuery } from '../query';

/** What the address asks the log for. */
export const DELIVERIES_SHAPE = {
  endpoint: endpointIdSchema,
  event: eventIdSchema,
  topic: z.enum(EVENT_TOPICS),
  state: z.enum(['pending', 'delivered', 'exhausted']),
  day: dayQuery,
  before: deliveryIdSchema,
};
export type AskedDeliveries = {
  [Name in keyof typeof DELIVERIES_SHAPE]?: z.output<(typeof DELIVERIES_SHAPE)[Name]>;
};

/** The log with these filters, and from that row on. */
export function deliveriesAddress(asked: AskedDeliveries): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return given.length > 0
    ? `/merchant/deliveries?${new URLSearchParams(given)}`
    : '/merchant/deliveries';
}
