import { z } from 'zod';
import { MOST_AMOUNT_MINOR } from './rules';

// Controls, line and paragraph separators, and marks that turn the reading direction around.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Words that a person will read: no control characters, not blank, counted in characters. */
const words = (most: number) =>
  z
    .string()
    .refine(
      (text) => text.trim() !== '' && [...text].length <= most,
      `must be 1 to ${most} characters`,
    )
    .refine((text) => !INVISIBLE.test(text), 'must not contain control characters');

export const merchantOrderNoSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1 to 64 letters, digits, "_", "-" or "."');
export const subjectSchema = words(127);
export const customerReferenceSchema = words(64);
export const goodsSchema = z.enum(['digital', 'physical'], 'must be "digital" or "physical"');

const FEN = `must be a whole number of fen in plain digits, 1 to ${MOST_AMOUNT_MINOR}`;
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
    merchant_order_no: merchantOrderNoSchema,
    amount: z.int(FEN).min(1, FEN).max(MOST_AMOUNT_MINOR, FEN),
    currency: z.literal('CNY', 'must be "CNY"'),
    subject: subjectSchema,
    goods: goodsSchema,
    /** Seconds from now by our clock, so that the merchant's need not be right. */
    expires_in: z.int('must be a whole number of seconds').optional(),
    return_url: z.string('must be a text').optional(),
    customer_reference: customerReferenceSchema.optional(),
    payer_phone: z
      .string('must be a text')
      .regex(/^1[3-9][0-9]{9}$/, 'must be the 11 digits of a mainland mobile number')
      .optional(),
    metadata: metadataSchema.optional(),
  },
  'must be a JSON object',
);
export type CreateOrderInput = z.output<typeof createOrderSchema>;

/** The query of GET /api/v1/orders. */
export const findOrderQuerySchema = z.strictObject({ merchant_order_no: merchantOrderNoSchema });

/** A query that takes nothing. */
export const noQuerySchema = z.strictObject({});
