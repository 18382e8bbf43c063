import {
  closeOrderSchema,
  createOrderSchema,
  listOrdersQuerySchema,
  noQuerySchema,
} from '@/lib/orders/schema';
import { orderAnswerSchema, orderListAnswerSchema } from '@/lib/refunds/schema';
import { operation } from './operation';

const order = { description: 'The order', schema: orderAnswerSchema };

export const CREATE_ORDER = operation({
  id: 'createOrder',
  method: 'POST',
  path: '/api/v1/orders',
  tag: 'orders',
  summary: 'Create an order',
  description:
    'Send the shopper to `pay_url`. The same `merchant_order_no` with the same content is the same order, under any idempotency key.',
  body: createOrderSchema,
  example: {
    merchant_order_no: 'A-1001',
    amount: 6_800,
    currency: 'CNY',
    subject: '亚麻短袖衬衫',
    goods: 'physical',
    expires_in: 1_800,
    customer_reference: 'customer-7',
    metadata: { cart: '42' },
  },
  answers: {
    201: { ...order, description: 'The order was made' },
    200: { ...order, description: 'The order of that number and content, made before' },
  },
  refusals: [
    'expiry_out_of_range',
    'return_url_not_allowed',
    'merchant_not_open',
    'order_conflict',
    'order_below_limit',
    'order_above_limit',
    'day_limit_reached',
  ],
});

export const LIST_ORDERS = operation({
  id: 'listOrders',
  method: 'GET',
  path: '/api/v1/orders',
  tag: 'orders',
  summary: 'List orders',
  description: 'Newest first, page by page; filters narrow the list together.',
  query: listOrdersQuerySchema,
  answers: { 200: { description: 'A page of orders', schema: orderListAnswerSchema } },
  refusals: [],
});

export const GET_ORDER = operation({
  id: 'getOrder',
  method: 'GET',
  path: '/api/v1/orders/{id}',
  tag: 'orders',
  summary: 'Get an order',
  query: noQuerySchema,
  answers: { 200: order },
  refusals: ['order_not_found'],
});

export const CLOSE_ORDER = operation({
  id: 'closeOrder',
  method: 'POST',
  path: '/api/v1/orders/{id}/close',
  tag: 'orders',
  summary: 'Close an order',
  description:
    'Nobody can begin to pay it any more. An order that is closed or expired already is answered as it stands. One that a payment is under way for is refused: ask again when its result is known.',
  body: closeOrderSchema,
  example: {},
  answers: { 200: order },
  refusals: ['order_not_found', 'order_already_paid', 'payment_in_progress'],
});
