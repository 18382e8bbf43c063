import { z } from 'zod';
import { fenSchema, momentSchema, nextSchema, pageFields } from '@/lib/core/page-schema';
import { MOST_AMOUNT_MINOR } from '@/lib/orders/rules';
import { goodsSchema, subjectSchema } from '@/lib/orders/schema';
import { LONGEST_LIFE_S, MOST_USES } from './rules';

const FEN = `must be a whole number of fen in plain digits, 1 to ${MOST_AMOUNT_MINOR}`;
const USES = `must be a whole number, 1 to ${MOST_USES}`;
const LIFE = `must be a whole number of seconds, 60 to ${LONGEST_LIFE_S}`;
const WHICH =
  'give either amount, or amount_min and amount_max with amount_min not above amount_max';

const fen = z.int(FEN).min(1, FEN).max(MOST_AMOUNT_MINOR, FEN);

/** The body of POST /api/v1/payment-links. Amounts are fen; a field that is not here is refused. */
export const createPaymentLinkSchema = z
  .strictObject(
    {
      subject: subjectSchema,
      goods: goodsSchema,
      currency: z.literal('CNY', 'must be "CNY"'),
      /** A fixed amount … */
      amount: fen.optional(),
      /** … or bounds between which the shopper types one. */
      amount_min: fen.optional(),
      amount_max: fen.optional(),
      /** How many orders may be open or paid at a time; any number when left out. */
      max_uses: z.int(USES).min(1, USES).max(MOST_USES, USES).optional(),
      /** Seconds from now by our clock; never when left out. */
      expires_in: z.int(LIFE).min(60, LIFE).max(LONGEST_LIFE_S, LIFE).optional(),
      return_url: z.string('must be a text').optional(),
    },
    'must be a JSON object',
  )
  .refine(
    ({ amount, amount_min: least, amount_max: most }) =>
      amount === undefined
        ? least !== undefined && most !== undefined && least <= most
        : least === undefined && most === undefined,
    { path: ['amount'], message: WHICH },
  );
export type CreatePaymentLinkInput = z.output<typeof createPaymentLinkSchema>;

/** The body of POST /api/v1/payment-links/{id}: all that changes about a link. */
export const updatePaymentLinkSchema = z.strictObject(
  { active: z.boolean('must be true or false') },
  'must be a JSON object',
);

export const paymentLinkIdSchema = z.string().regex(/^plk_[0-9a-z]{26}$/);

/** The query of GET /api/v1/payment-links, newest first. */
export const listPaymentLinksSchema = z.strictObject({
  ...pageFields('plk'),
  active: z
    .enum(['true', 'false'], 'must be "true" or "false"')
    .transform((text) => text === 'true')
    .describe('Only those that are in use, or only those that are stopped')
    .optional(),
});

const countSchema = z.int().min(0);

/** A payment link as the merchant API shows it. */
export const paymentLinkAnswerSchema = z
  .strictObject({
    id: paymentLinkIdSchema,
    url: z.url().describe('What a shopper opens or scans'),
    active: z.boolean(),
    subject: z.string(),
    goods: goodsSchema,
    currency: z.literal('CNY'),
    amount: fenSchema.nullable().describe('The fixed amount; null where the shopper types one'),
    amount_min: fenSchema,
    amount_max: fenSchema,
    max_uses: z.int().min(1).nullable(),
    uses: z
      .strictObject({ paid: countSchema, open: countSchema })
      .describe('Orders of it that are paid, and that are open until they expire'),
    return_url: z.string().nullable(),
    expires_at: momentSchema.nullable(),
    created_at: momentSchema,
  })
  .meta({ id: 'PaymentLink' });

export const paymentLinkListSchema = z.strictObject({
  payment_links: z.array(paymentLinkAnswerSchema),
  next: nextSchema,
});
