import { z } from 'zod';

/** What every notice has; kinds that the shop does not know are thanked for and left alone. */
export const plainNotice = z.looseObject({ type: z.string() });

export const paidNotice = z.object({
  type: z.literal('order.paid'),
  data: z.object({
    merchant_order_no: z.string(),
    amount: z.int(),
    currency: z.string(),
    paid_at: z.iso.datetime({ offset: true }),
    /** A renewal names its subscription here. */
    metadata: z.record(z.string(), z.string()).default({}),
  }),
});
