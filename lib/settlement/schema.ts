import { z } from 'zod';

const fen = z.bigint().min(0n).max(1_000_000_000_000n);

/** Terms as finance enters them; the table's CHECK says the same. */
export const feeTermsSchema = z
  .strictObject({
    rateMillionths: z.number().int().min(0).max(1_000_000),
    minimum: z.strictObject({ amountMinor: fen, currency: z.literal('CNY') }),
    cap: z.strictObject({ amountMinor: fen, currency: z.literal('CNY') }).nullable(),
  })
  .refine(({ minimum, cap }) => !cap || cap.amountMinor >= minimum.amountMinor, {
    path: ['cap'],
    message: 'must not be below the minimum',
  });
