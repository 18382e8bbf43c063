import {
  agreementAnswerSchema,
  agreementListAnswerSchema,
  listAgreementsQuerySchema,
} from '@/lib/agreements/schema';
import { noQuerySchema } from '@/lib/orders/schema';
import { chargeAgreementSchema, chargeAnswerSchema } from '@/lib/payments/schema';
import { operation } from './operation';

const agreement = { description: 'The bound card', schema: agreementAnswerSchema };

export const LIST_AGREEMENTS = operation({
  id: 'listAgreements',
  method: 'GET',
  path: '/api/v1/agreements',
  tag: 'agreements',
  summary: 'List bound cards',
  description: 'Of one customer or of all, newest first, page by page.',
  query: listAgreementsQuerySchema,
  answers: { 200: { description: 'A page of bound cards', schema: agreementListAnswerSchema } },
  refusals: [],
});

export const GET_AGREEMENT = operation({
  id: 'getAgreement',
  method: 'GET',
  path: '/api/v1/agreements/{id}',
  tag: 'agreements',
  summary: 'Get a bound card',
  query: noQuerySchema,
  answers: { 200: agreement },
  refusals: ['agreement_not_found'],
});

export const END_AGREEMENT = operation({
  id: 'endAgreement',
  method: 'DELETE',
  path: '/api/v1/agreements/{id}',
  tag: 'agreements',
  summary: 'Unbind a card',
  description: 'It is gone at once. Again it answers the same.',
  answers: { 200: agreement },
  refusals: ['agreement_not_found', 'agreement_in_use'],
});

export const CHARGE_AGREEMENT = operation({
  id: 'chargeAgreement',
  method: 'POST',
  path: '/api/v1/agreements/{id}/payments',
  tag: 'agreements',
  summary: 'Charge a bound card',
  description:
    'An order and its payment, with nobody at a page. `pending` means that the bank has not decided: never charge again under another number, wait for the webhook.',
  body: chargeAgreementSchema,
  example: {
    merchant_order_no: 'A-1002',
    amount: 3_000,
    currency: 'CNY',
    subject: '会员月费',
    goods: 'digital',
  },
  answers: {
    201: { description: 'The order was made and charged', schema: chargeAnswerSchema },
    200: {
      description: 'The charge of that number and content, made before',
      schema: chargeAnswerSchema,
    },
  },
  refusals: [
    'agreement_not_found',
    'merchant_not_open',
    'order_conflict',
    'order_not_payable',
    'payment_in_progress',
    'method_unavailable',
    'order_below_limit',
    'order_above_limit',
    'day_limit_reached',
  ],
});
