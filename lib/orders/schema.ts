import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { words } from '@/lib/core/words-schema';
import { customerReferenceSchema } from '@/lib/customers/schema';
import { SUBSCRIPTION_PERIODS } from './order';
import { MOST_AMOUNT_MINOR } from './rules';

export const merchantOrderNoSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1 to 64 letters, digits, "_", "-" or "."');
export const subjectSchema = words(127);
export const goodsSchema = z.enum(['digital', 'physical'], 'must be "digital" or "physical"');

const FEN = `must be a whole number of fen in plain digits, 1 to ${MOST_AMOUNT_MINOR}`;
const PERIOD = `must be {"period": one of ${SUBSCRIPTION_PERIODS.join(', ')}}`;
const METADATA = 'must be at most 20 short texts: keys of 1 to 40 [A-Za-z0-9_.-], values to 500';

const metadataSchema = z
  .record(
    z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, METADATA),
    z.string(METADATA).max(500, METADATA),
    METADATA,
  )
  .refine((entries) => Object.keys(entries).length <= 20, METADATA);

/** The body of POST /api/v1/orders. Amounts are fen; a field that is not here is refused. */
export const createOrderSchema = z.strictObject(
  {
    merchant_order_no: merchantOrderNoSchema.describe('Your own number, once for ever'),
    amount: z.int(FEN).min(1, FEN).max(MOST_AMOUNT_MINOR, FEN).describe('Whole fen'),
    currency: z.literal('CNY', 'must be "CNY"'),
    subject: subjectSchema.describe('What the shopper reads that it is for'),
    goods: goodsSchema,
    /** Seconds from now by our clock, so that the merchant's need not be right. */
    expires_in: z
      .int('must be a whole number of seconds')
      .describe('Seconds from now, 60 to 2592000; 1800 if left out')
      .optional(),
    return_url: z
      .string('must be a text')
      .describe('Where the shopper goes back to: of an origin on your allow-list')
      .optional(),
    customer_reference: customerReferenceSchema
      .describe('Your own name for the shopper')
      .optional(),
    payer_phone: z
      .string('must be a text')
      .regex(/^1[3-9][0-9]{9}$/, 'must be the 11 digits of a mainland mobile number')
      .describe('Kept encrypted; the shopper finds the receipt by its last digits')
      .optional(),
    /** Paid once by phone bill, then charged again every period until somebody cancels. */
    subscription: z
      .strictObject({ period: z.enum(SUBSCRIPTION_PERIODS, PERIOD) }, PERIOD)
      .optional(),
    metadata: metadataSchema.optional(),
  },
  'must be a JSON object',
);
export type CreateOrderInput = z.output<typeof createOrderSchema>;

const ORDER_STATES = ['open', 'paid', 'expired', 'closed'] as const;
const TIME = 'must be a time as in 2026-11-01T08:00:00Z or 2026-11-01T16:00:00+08:00';
/** A moment that a caller names: of these centuries, for the year 0 is one that no database knows. */
export const timeSchema = z.iso
  .datetime({ offset: true, error: TIME })
  .refine((text) => /^(19|20|21)/.test(text), TIME);

/** The query of GET /api/v1/orders. */
export const listOrdersQuerySchema = z.strictObject({
  merchant_order_no: merchantOrderNoSchema.describe('The one order of this number').optional(),
  state: z.enum(ORDER_STATES, `must be one of ${ORDER_STATES.join(', ')}`).optional(),
  customer_reference: customerReferenceSchema.optional(),
  created_from: timeSchema.describe('This moment and later').optional(),
  created_to: timeSchema.describe('Earlier than this moment').optional(),
  ...pageFields('ord'),
});
export type ListOrdersQuery = z.output<typeof listOrdersQuerySchema>;

/** The body of POST /api/v1/orders/{id}/close: nothing to say. */
export const closeOrderSchema = z.strictObject({}, 'must be an empty JSON object');

/** A query that takes nothing. */
export const noQuerySchema = z.strictObject({});

/** What every picture of an order shows. */
export const orderAnswerFields = {
  id: z.string(),
  merchant_order_no: z.string(),
  amount: fenSchema,
  currency: z.literal('CNY'),
  subject: z.string(),
  goods: z.enum(['digital', 'physical']),
  subscription: z.strictObject({ period: z.enum(SUBSCRIPTION_PERIODS) }).nullable(),
  state: z.enum(ORDER_STATES),
  pay_url: z.url().describe('Send the shopper here'),
  return_url: z.string().nullable(),
  customer_reference: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  expires_at: momentSchema,
  paid_at: momentSchema.nullable(),
  created_at: momentSchema,
};

/** An order by itself, as a charge and a webhook show it. */
export const orderTermsAnswerSchema = z.strictObject(orderAnswerFields).meta({ id: 'OrderTerms' });
export type OrderTermsAnswer = z.output<typeof orderTermsAnswerSchema>;

/** A page of a list of whatever stands for an order. */
export const orderListOf = <Shown extends z.ZodType>(shown: Shown) =>
  z.strictObject({ orders: z.array(shown), next: nextSchema });
