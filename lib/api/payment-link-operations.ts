import { noQuerySchema } from '@/lib/orders/schema';
import {
  createPaymentLinkSchema,
  listPaymentLinksSchema,
  paymentLinkAnswerSchema,
  paymentLinkListSchema,
  updatePaymentLinkSchema,
} from '@/lib/payment-links/schema';
import { operation } from './operation';

const link = { description: 'The payment link', schema: paymentLinkAnswerSchema };

export const CREATE_PAYMENT_LINK = operation({
  id: 'createPaymentLink',
  method: 'POST',
  path: '/api/v1/payment-links',
  tag: 'payment links',
  summary: 'Create a payment link',
  description:
    'One address that many shoppers open; each gets an order. Give `amount`, or `amount_min` and `amount_max` where the shopper types it. With `max_uses`, an order that expires unpaid gives its use back. Nothing of it changes later, but that it can be stopped.',
  body: createPaymentLinkSchema,
  example: {
    subject: '会员年费',
    goods: 'digital',
    currency: 'CNY',
    amount: 6_800,
    max_uses: 20,
    expires_in: 604_800,
  },
  answers: { 201: { ...link, description: 'The payment link was made' } },
  refusals: ['return_url_not_allowed', 'payment_link_end'],
});

export const LIST_PAYMENT_LINKS = operation({
  id: 'listPaymentLinks',
  method: 'GET',
  path: '/api/v1/payment-links',
  tag: 'payment links',
  summary: 'List payment links',
  description: 'Newest first, page by page.',
  query: listPaymentLinksSchema,
  answers: { 200: { description: 'A page of payment links', schema: paymentLinkListSchema } },
  refusals: [],
});

export const GET_PAYMENT_LINK = operation({
  id: 'getPaymentLink',
  method: 'GET',
  path: '/api/v1/payment-links/{id}',
  tag: 'payment links',
  summary: 'Get a payment link',
  query: noQuerySchema,
  answers: { 200: link },
  refusals: ['payment_link_not_found'],
});

export const UPDATE_PAYMENT_LINK = operation({
  id: 'updatePaymentLink',
  method: 'POST',
  path: '/api/v1/payment-links/{id}',
  tag: 'payment links',
  summary: 'Stop or start a payment link',
  description: 'A stopped link makes no new orders; those that are open can still be paid.',
  body: updatePaymentLinkSchema,
  example: { active: false },
  answers: { 200: link },
  refusals: ['payment_link_not_found'],
});
