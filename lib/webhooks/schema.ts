import { z } from 'zod';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { timeSchema } from '@/lib/orders/schema';

export const eventIdSchema = z.string().regex(/^evt_[0-9a-z]{26}$/);
export const deliveryIdSchema = z.string().regex(/^dlv_[0-9a-z]{26}$/);
export const endpointIdSchema = z.string().regex(/^whe_[0-9a-z]{26}$/);

/** The query of GET /api/v1/events. */
export const listEventsQuerySchema = z.strictObject({
  ...pageFields('evt'),
  type: z.enum(EVENT_TOPICS).optional(),
  object_id: z
    .string()
    .regex(/^[0-9a-z_]{1,64}$/, 'must be an id')
    .describe('The order, or the object itself where there is no order')
    .optional(),
  created_from: timeSchema.describe('This moment and later').optional(),
  created_to: timeSchema.describe('Earlier than this moment').optional(),
});

/** Something that happened, as webhooks tell it. */
export const eventAnswerSchema = z
  .strictObject({
    id: z.string().describe('Also the `webhook-id`'),
    type: z.string(),
    timestamp: momentSchema,
    object_id: z.string().describe('What `sequence` is counted under'),
    sequence: z.int(),
    data: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('As it is sent; null for a moment, while it is being written'),
  })
  .meta({ id: 'Event' });
export type EventAnswer = z.output<typeof eventAnswerSchema>;

export const eventListAnswerSchema = z
  .strictObject({ events: z.array(eventAnswerSchema), next: nextSchema })
  .meta({ id: 'EventList' });
