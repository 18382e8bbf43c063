import { z } from 'zod';

/** Thousandths, exactly: how finely the standard writes an amount. */
export const toMilli = (amount: number): number => Math.round(amount * 1000);
const isMilli = (amount: number): boolean => Math.abs(amount * 1000 - toMilli(amount)) < 1e-6;

const amount = z.number().min(0.001).max(1_000_000_000).refine(isMilli);
const taxAmount = z.number().min(0).max(1_000_000_000).refine(isMilli);
const moment = z.iso.datetime({ offset: true });
const phoneNumber = z.string().regex(/^\+[1-9][0-9]{4,14}$/);

const charged = {
  amount,
  currency: z.string(),
  description: z.string(),
  isTaxIncluded: z.boolean().optional(),
  taxAmount: taxAmount.optional(),
};
const chargingInformation = z.object(charged);
const text = z.string().optional();

/** Where events go to: judged by hand, as each flaw has an error code of its own. */
const told = {
  sink: z.string().optional(),
  sinkCredential: z.looseObject({ credentialType: z.string() }).optional(),
};

const amountTransaction = z.object({
  phoneNumber: phoneNumber.optional(),
  clientCorrelator: z.string().optional(),
  paymentAmount: z.object({
    chargingInformation,
    chargingMetaData: z
      .object({
        merchantName: text,
        merchantIdentifier: text,
        fee: z.number().multipleOf(0.01).optional(),
        purchaseCategoryCode: text,
        channel: text,
        serviceId: text,
        productId: text,
      })
      .optional(),
    paymentDetails: z
      .array(z.object({ id: z.string(), ...charged }))
      .min(1)
      .optional(),
  }),
  referenceCode: z.string(),
});
export type AmountTransaction = z.infer<typeof amountTransaction>;

/** createPayment and preparePayment. */
export const paymentRequest = z.object({ amountTransaction, ...told });
export type PaymentRequest = z.infer<typeof paymentRequest>;

/** validatePayment. */
export const validation = z.object({ authorizationId: z.string(), code: z.string() });

/** confirmPayment and cancelPayment. */
export const phoneOnly = z.object({ phoneNumber: phoneNumber.optional() });

const refundMetaData = z.object({ merchantIdentifier: text }).optional();
const refundFields = {
  clientCorrelator: z.string().optional(),
  referenceCode: z.string(),
};
export const refundRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('total'),
    reason: text,
    ...told,
    amountTransaction: z.object({
      ...refundFields,
      refundAmount: z.object({ chargingMetaData: refundMetaData }),
    }),
  }),
  z.object({
    type: z.literal('partial'),
    reason: text,
    ...told,
    amountTransaction: z.object({
      ...refundFields,
      refundAmount: z.object({
        chargingInformation,
        chargingMetaData: refundMetaData,
        refundDetails: z
          .array(z.object({ paymentItemId: z.string(), ...charged }))
          .min(1)
          .optional(),
      }),
    }),
  }),
]);
export type RefundRequest = z.infer<typeof refundRequest>;

export const accessToken = z.object({
  accessToken: z.string(),
  accessTokenExpiresUtc: moment,
  accessTokenType: z.string(),
});

const whole = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);

/** The questions for a list, but for the names of their dates and states. */
export const listQuery = z.object({
  page: whole.default(1),
  perPage: whole.default(10),
  gte: moment.optional(),
  lte: moment.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  merchantIdentifier: text,
});
export const paymentStates = z.array(
  z.enum(['processing', 'pending_validation', 'denied', 'reserved', 'succeeded', 'cancelled']),
);
export const refundStates = z.array(z.enum(['processing', 'denied', 'succeeded']));

/** POST /carriers/number-lookup. */
export const lookupRequest = z.strictObject({ phoneNumber });
