import { z } from 'zod';
import { merchantOrderNoSchema } from '@/lib/orders/schema';
import { dayQuery, yuanQuery } from '../query';

/** The fields of the search form. */
export const ORDERS_FIELDS = {
  state: z.enum(['open', 'paid', 'expired', 'closed']),
  number: z.string().trim().pipe(merchantOrderNoSchema),
  method: z.enum(['balance', 'quickpass', 'card', 'carrier']),
  least: yuanQuery,
  most: yuanQuery,
  from: dayQuery,
  to: dayQuery,
};

/** What else the address of the orders' list may ask for. */
export const ORDERS_PLACE = {
  requests: z.literal('open'),
  before: z.string().regex(/^ord_[0-9a-z]{26}$/),
};

type Field = keyof typeof ORDERS_FIELDS;
export type OrdersAsked = { [Name in Field]?: z.output<(typeof ORDERS_FIELDS)[Name]> };
/** What was typed and cannot be read. */
export type OrdersUnread = { [Name in Field]?: string };
