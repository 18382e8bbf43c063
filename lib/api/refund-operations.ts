import { noQuerySchema } from '@/lib/orders/schema';
import {
  approveRefundSchema,
  createRefundSchema,
  declineRefundSchema,
  listRefundsQuerySchema,
  orderRefundsAnswerSchema,
  refundAnswerSchema,
  refundListAnswerSchema,
} from '@/lib/refunds/schema';
import { operation } from './operation';

const refund = { description: 'The refund', schema: refundAnswerSchema };

export const CREATE_REFUND = operation({
  id: 'createRefund',
  method: 'POST',
  path: '/api/v1/orders/{id}/refunds',
  tag: 'refunds',
  summary: 'Refund an order, or a part of it',
  description:
    'The money goes back the way it came. What becomes of it is told by webhook. The same `merchant_refund_no` with the same content is the same refund.',
  body: createRefundSchema,
  example: { merchant_refund_no: 'R-1001', amount: 1_200, reason: '少发一件' },
  answers: {
    201: { ...refund, description: 'The refund was made' },
    200: { ...refund, description: 'The refund of that number and content, made before' },
  },
  refusals: [
    'order_not_found',
    'order_not_paid',
    'refund_conflict',
    'refund_exceeds_payment',
    'refund_balance_closed',
    'refund_in_doubt',
    'refund_may_be_back',
    'merchant_funds_short',
    'account_closed',
  ],
});

export const LIST_ORDER_REFUNDS = operation({
  id: 'listOrderRefunds',
  method: 'GET',
  path: '/api/v1/orders/{id}/refunds',
  tag: 'refunds',
  summary: 'List the refunds of an order',
  query: noQuerySchema,
  answers: {
    200: {
      description: 'All refunds of the order, oldest first',
      schema: orderRefundsAnswerSchema,
    },
  },
  refusals: ['order_not_found'],
});

export const GET_ORDER_REFUND = operation({
  id: 'getOrderRefund',
  method: 'GET',
  path: '/api/v1/orders/{id}/refunds/{refund}',
  tag: 'refunds',
  summary: 'Get a refund of an order',
  query: noQuerySchema,
  answers: { 200: refund },
  refusals: ['order_not_found', 'refund_not_found'],
});

export const LIST_REFUNDS = operation({
  id: 'listRefunds',
  method: 'GET',
  path: '/api/v1/refunds',
  tag: 'refunds',
  summary: 'List refunds',
  description: 'Of all orders, newest first, page by page.',
  query: listRefundsQuerySchema,
  answers: { 200: { description: 'A page of refunds', schema: refundListAnswerSchema } },
  refusals: [],
});

export const GET_REFUND = operation({
  id: 'getRefund',
  method: 'GET',
  path: '/api/v1/refunds/{id}',
  tag: 'refunds',
  summary: 'Get a refund',
  query: noQuerySchema,
  answers: { 200: refund },
  refusals: ['refund_not_found'],
});

export const APPROVE_REFUND = operation({
  id: 'approveRefund',
  method: 'POST',
  path: '/api/v1/refunds/{id}/approve',
  tag: 'refunds',
  summary: 'Approve what a shopper asks for',
  body: approveRefundSchema,
  example: {},
  answers: { 200: refund },
  refusals: [
    'refund_not_found',
    'state_conflict',
    'refund_in_doubt',
    'refund_exceeds_payment',
    'refund_may_be_back',
    'merchant_funds_short',
    'account_closed',
  ],
});

export const DECLINE_REFUND = operation({
  id: 'declineRefund',
  method: 'POST',
  path: '/api/v1/refunds/{id}/decline',
  tag: 'refunds',
  summary: 'Decline what a shopper asks for',
  description: 'The shopper reads the reason; the first one stays.',
  body: declineRefundSchema,
  example: { reason: '商品已拆封，无法退款' },
  answers: { 200: refund },
  refusals: ['refund_not_found', 'state_conflict'],
});
