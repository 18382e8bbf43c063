import { z } from 'zod';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { momentSchema } from '@/lib/core/page-schema';
import { topicsSchema, webhookUrlSchema } from './schema';

const url = webhookUrlSchema.describe('Where events are posted to; `https` in live mode');
const topics = topicsSchema.describe('What it is told about; empty: everything');

/** The body of POST /api/v1/webhook-endpoints. */
export const createEndpointSchema = z.strictObject(
  { url, topics: topics.optional() },
  'must be a JSON object',
);
export type CreateEndpointInput = z.output<typeof createEndpointSchema>;

/** The body of POST /api/v1/webhook-endpoints/{id}: what is left out stays. */
export const updateEndpointSchema = z.strictObject(
  {
    url: url.optional(),
    topics: topics.optional(),
    enabled: z.boolean().describe('`false`: nothing is sent there').optional(),
  },
  'must be a JSON object',
);
export type UpdateEndpointInput = z.output<typeof updateEndpointSchema>;

/** The body of POST /api/v1/webhook-endpoints/{id}/rotate-secret. */
export const rotateSecretSchema = z.strictObject(
  {
    at_once: z
      .boolean()
      .describe('`true`: it has leaked; nothing more is signed with the former one')
      .optional(),
  },
  'must be a JSON object',
);

/** The body of POST /api/v1/webhook-endpoints/{id}/test: nothing to say. */
export const testEndpointSchema = z.strictObject({}, 'must be an empty JSON object');

const endpointFields = {
  id: z.string(),
  url: z.string(),
  topics: z.array(z.enum(EVENT_TOPICS)).describe('Empty: everything'),
  enabled: z.boolean(),
  disabled_reason: z
    .enum(['merchant', 'gone', 'failing'])
    .nullable()
    .describe('gone: it answered 410; failing: nothing arrived for days'),
  failing_since: momentSchema.nullable().describe('Nothing has arrived since then'),
  paused_until: momentSchema.nullable().describe('It asked (429, Retry-After) to be left alone'),
  next_probe_at: momentSchema.nullable().describe('When one that is failing is tried again'),
  former_secret_until: momentSchema
    .nullable()
    .describe('Until when events are signed with the former secret, too'),
  created_at: momentSchema,
};

export const endpointAnswerSchema = z.strictObject(endpointFields).meta({ id: 'WebhookEndpoint' });
export type EndpointAnswer = z.output<typeof endpointAnswerSchema>;

export const endpointWithSecretAnswerSchema = z
  .strictObject({ ...endpointFields, secret: z.string().describe('Shown this once') })
  .meta({ id: 'WebhookEndpointWithSecret' });

export const endpointListAnswerSchema = z
  .strictObject({ webhook_endpoints: z.array(endpointAnswerSchema) })
  .meta({ id: 'WebhookEndpointList' });

export const endpointRemovedAnswerSchema = z
  .strictObject({ id: z.string(), removed: z.literal(true) })
  .meta({ id: 'WebhookEndpointRemoved' });

export const endpointTestedAnswerSchema = z
  .strictObject({ event_id: z.string(), delivery_id: z.string() })
  .meta({ id: 'WebhookEndpointTested' });
