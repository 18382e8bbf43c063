import {
  createEndpointSchema,
  endpointAnswerSchema,
  endpointListAnswerSchema,
  endpointRemovedAnswerSchema,
  endpointTestedAnswerSchema,
  endpointWithSecretAnswerSchema,
  rotateSecretSchema,
  testEndpointSchema,
  updateEndpointSchema,
} from '@/lib/merchants/endpoint-schema';
import { noQuerySchema } from '@/lib/orders/schema';
import {
  eventAnswerSchema,
  eventListAnswerSchema,
  listEventsQuerySchema,
} from '@/lib/webhooks/schema';
import { operation } from './operation';

const endpoint = { description: 'The endpoint', schema: endpointAnswerSchema };
const withSecret = {
  description: 'The endpoint, with its secret',
  schema: endpointWithSecretAnswerSchema,
};

export const CREATE_WEBHOOK_ENDPOINT = operation({
  id: 'createWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints',
  tag: 'webhooks',
  summary: 'Add a webhook endpoint',
  description: 'Its secret is in this answer only. A merchant has at most eight.',
  body: createEndpointSchema,
  example: { url: 'https://shop.example/hook', topics: ['order.paid', 'refund.succeeded'] },
  answers: { 201: { ...withSecret, description: 'The endpoint was added' } },
  refusals: ['endpoint_limit', 'endpoint_address_refused'],
});

export const LIST_WEBHOOK_ENDPOINTS = operation({
  id: 'listWebhookEndpoints',
  method: 'GET',
  path: '/api/v1/webhook-endpoints',
  tag: 'webhooks',
  summary: 'List webhook endpoints',
  query: noQuerySchema,
  answers: {
    200: { description: 'All of them, oldest first', schema: endpointListAnswerSchema },
  },
  refusals: [],
});

export const GET_WEBHOOK_ENDPOINT = operation({
  id: 'getWebhookEndpoint',
  method: 'GET',
  path: '/api/v1/webhook-endpoints/{id}',
  tag: 'webhooks',
  summary: 'Get a webhook endpoint',
  query: noQuerySchema,
  answers: { 200: endpoint },
  refusals: ['endpoint_not_found'],
});

export const UPDATE_WEBHOOK_ENDPOINT = operation({
  id: 'updateWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/{id}',
  tag: 'webhooks',
  summary: 'Change a webhook endpoint',
  description:
    'What is left out stays. What happens while it is off is not sent later by itself: have it sent again from the console.',
  body: updateEndpointSchema,
  example: { enabled: true },
  answers: { 200: endpoint },
  refusals: ['endpoint_not_found', 'endpoint_address_refused'],
});

export const REMOVE_WEBHOOK_ENDPOINT = operation({
  id: 'removeWebhookEndpoint',
  method: 'DELETE',
  path: '/api/v1/webhook-endpoints/{id}',
  tag: 'webhooks',
  summary: 'Remove a webhook endpoint',
  description: 'The log of what was sent there stays.',
  answers: { 200: { description: 'It is gone', schema: endpointRemovedAnswerSchema } },
  refusals: ['endpoint_not_found'],
});

export const ROTATE_WEBHOOK_SECRET = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/{id}/rotate-secret',
  tag: 'webhooks',
  summary: 'Replace the secret of a webhook endpoint',
  description:
    'For 24 hours events are signed with both, so that none is lost while your server changes over.',
  body: rotateSecretSchema,
  example: {},
  answers: { 200: withSecret },
  refusals: ['endpoint_not_found'],
});

export const TEST_WEBHOOK_ENDPOINT = operation({
  id: 'testWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/{id}/test',
  tag: 'webhooks',
  summary: 'Send a test event',
  description: 'A signed `test.ping`, tried once.',
  body: testEndpointSchema,
  example: {},
  answers: { 202: { description: 'It is on its way', schema: endpointTestedAnswerSchema } },
  refusals: ['endpoint_not_found'],
});

export const LIST_EVENTS = operation({
  id: 'listEvents',
  method: 'GET',
  path: '/api/v1/events',
  tag: 'webhooks',
  summary: 'List events',
  description:
    'Whatever webhooks tell, whether or not there is an endpoint. Newest first, page by page.',
  query: listEventsQuerySchema,
  answers: { 200: { description: 'A page of events', schema: eventListAnswerSchema } },
  refusals: [],
});

export const GET_EVENT = operation({
  id: 'getEvent',
  method: 'GET',
  path: '/api/v1/events/{id}',
  tag: 'webhooks',
  summary: 'Get an event',
  query: noQuerySchema,
  answers: { 200: { description: 'The event', schema: eventAnswerSchema } },
  refusals: ['event_not_found'],
});
