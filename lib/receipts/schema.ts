import { z } from 'zod';
import { merchantOrderNoSchema } from '@/lib/orders/schema';

// The messages are keys of our catalogues: this schema stands behind a form.

/** What full-width keyboards and copied texts bring along. */
const typed = z
  .string()
  .max(120)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''));

/** An order number, ours or the merchant's, and the last four digits of a phone. */
export const receiptSearchSchema = z.object({
  orderNo: typed.pipe(
    z
      .string()
      .refine((text) => merchantOrderNoSchema.safeParse(text).success, 'receipt.problem.orderNo'),
  ),
  tail: typed.pipe(z.string().regex(/^[0-9]{4}$/, 'receipt.problem.tail')),
});
export type ReceiptSearch = z.output<typeof receiptSearchSchema>;
