import { z } from 'zod';

const text = z.string().max(2_000);
/** A path is made of it: a name of its own, never one that means another place. */
const identifier = z
  .string()
  .min(1)
  .max(200)
  .refine((id) => !/^\.{1,2}$/.test(id), 'a name');
const amount = z.object({ amount: z.number().nonnegative(), currency: text });

/** What a carrier answers about a payment. What is not named here is not read. */
export const payment = z.object({
  paymentId: identifier,
  paymentStatus: text,
  amountTransaction: z.object({
    phoneNumber: text,
    clientCorrelator: text.optional(),
    referenceCode: text,
    paymentAmount: z.object({ chargingInformation: amount }),
  }),
  validationInfo: z
    .discriminatedUnion('action', [
      z.object({ action: z.literal('open'), validationURL: text }),
      z.object({ action: z.literal('validate'), authorizationId: text.min(1) }),
    ])
    .optional(),
});
export type Payment = z.output<typeof payment>;
export const payments = z.array(payment);

/** A total refund has no amount: it is the whole payment's. */
export const refund = z.object({
  refundId: identifier,
  refundStatus: text,
  type: z.enum(['total', 'partial']),
  amountTransaction: z.object({
    clientCorrelator: text.optional(),
    referenceCode: text,
    refundAmount: z.object({ chargingInformation: amount.optional() }),
  }),
});
export type Refund = z.output<typeof refund>;
export const refunds = z.array(refund);

export const remainingAmount = amount;

export const errorInfo = z.object({ status: z.int(), code: text, message: text });
export type ErrorInfo = z.output<typeof errorInfo>;

export const accessToken = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.int().positive().optional(),
});

export const event = z.object({
  id: text.min(1),
  source: text.min(1),
  specversion: z.literal('1.0'),
  type: text,
  data: z.object({
    paymentId: identifier,
    refundId: identifier.optional(),
    status: z.enum(['succeeded', 'failed']),
    description: text,
    denialReason: text.optional(),
  }),
});
export type CarrierEvent = z.output<typeof event>;
