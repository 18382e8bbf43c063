import { noQuerySchema } from '@/lib/orders/schema';
import {
  cancelSubscriptionSchema,
  listSubscriptionsQuerySchema,
  subscriptionAnswerSchema,
  subscriptionListAnswerSchema,
} from '@/lib/subscriptions/schema';
import { operation } from './operation';

const subscription = { description: 'The subscription', schema: subscriptionAnswerSchema };

export const LIST_SUBSCRIPTIONS = operation({
  id: 'listSubscriptions',
  method: 'GET',
  path: '/api/v1/subscriptions',
  tag: 'subscriptions',
  summary: 'List subscriptions',
  description: 'Newest first, page by page.',
  query: listSubscriptionsQuerySchema,
  answers: {
    200: { description: 'A page of subscriptions', schema: subscriptionListAnswerSchema },
  },
  refusals: [],
});

export const GET_SUBSCRIPTION = operation({
  id: 'getSubscription',
  method: 'GET',
  path: '/api/v1/subscriptions/{id}',
  tag: 'subscriptions',
  summary: 'Get a subscription',
  query: noQuerySchema,
  answers: { 200: subscription },
  refusals: ['subscription_not_found'],
});

export const CANCEL_SUBSCRIPTION = operation({
  id: 'cancelSubscription',
  method: 'POST',
  path: '/api/v1/subscriptions/{id}/cancel',
  tag: 'subscriptions',
  summary: 'Cancel a subscription',
  description: 'Nothing more is charged; what is paid for stays.',
  body: cancelSubscriptionSchema,
  example: {},
  answers: { 200: subscription },
  refusals: ['subscription_not_found'],
});
