import { z } from 'zod';
import { customerReferenceSchema } from '@/lib/customers/schema';
import { MOST_AMOUNT_MINOR } from './rules';
import { goodsSchema, merchantOrderNoSchema, subjectSchema } from './schema';

// ASCII digits only: what \d or Number() would also take has no place in a signed amount.
const digits = (most: number) => z.string().regex(new RegExp(`^[1-9][0-9]{0,${most - 1}}$`));
const keyName = z.string().regex(/^[0-9a-z_]{1,64}$/);

/** A link's parameters as they stand in the address; a blank one counts as absent. */
export const paymentLinkSchema = z.strictObject({
  merchant: keyName,
  key_id: keyName,
  order_no: merchantOrderNoSchema,
  amount: digits(10).refine((text) => Number(text) <= MOST_AMOUNT_MINOR),
  subject: subjectSchema,
  goods: goodsSchema,
  customer: customerReferenceSchema.optional(),
  // A value holding "&subject=" would let one signed string be read as two different links.
  return_url: z
    .string()
    .refine((text) => !text.includes('&subject='))
    .optional(),
  expires: digits(11),
  // HMAC-SHA256, or r and s of SM2.
  sign: z.string().regex(/^([0-9a-f]{64}|[0-9a-f]{128})$/),
});
export type PaymentLink = z.output<typeof paymentLinkSchema>;
