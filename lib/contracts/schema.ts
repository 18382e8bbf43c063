import { z } from 'zod';
import { PERMISSIONS } from '@/lib/core/permissions';
import type { ContractChannel } from './contract';
import { ACCESS_OF, PERMISSIONS_OF } from './rules';

const cost = z.number().int().min(0).max(1_000_000);
const limit = z
  .strictObject({
    amountMinor: z.bigint().min(1n).max(1_000_000_000_000n),
    currency: z.literal('CNY'),
  })
  .nullable();

/** "HH:MM-HH:MM", also over midnight; its end is not included, so 24:00 is an end and never a start. */
export const hoursSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .refine((text) => text.slice(0, 5) !== text.slice(6), 'must not be empty');

/** What a contract covers, costs and allows; the table's CHECKs say the same. */
const contractTermsSchema = z
  .strictObject({
    permissions: z.array(z.enum(PERMISSIONS)).readonly(),
    debitCostMillionths: cost,
    creditCostMillionths: cost,
    least: limit,
    most: limit,
    hours: hoursSchema.nullable(),
  })
  .refine(({ least, most }) => !least || !most || most.amountMinor >= least.amountMinor, {
    path: ['most'],
    message: 'must not be below the least',
  });

/** … and nothing that this channel has no words for. */
export const termsSchemaOf = (channel: ContractChannel) =>
  contractTermsSchema.refine(
    ({ permissions }) => permissions.every((one) => PERMISSIONS_OF[channel].includes(one)),
    { path: ['permissions'], message: 'must be known at this channel' },
  );

export type ContractTerms = z.output<typeof contractTermsSchema>;

const code = (least: number, most: number) =>
  z.string().regex(new RegExp(`^[0-9A-Za-z]{${least},${most}}$`));
/** As the channel takes it: so many bytes of UTF-8, and nothing that its messages use as punctuation. */
const name = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^[^&={}[\]"'<>\\\p{C}\u{10000}-\u{10FFFF}]*$/u)
    .refine((text) => new TextEncoder().encode(text).length <= most, `at most ${most} bytes`);

/** Whose number at the channel is used, and who stands between (UnionPay's accessType 0, 1, 2). */
const channelContractSchema = z.strictObject({
  merchantNo: code(15, 15),
  tokenRequestorId: z
    .string()
    .regex(/^[0-9]{1,20}$/)
    .optional(),
  access: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('merchant') }),
    z.strictObject({
      type: z.literal('institution'),
      acquirerCode: code(8, 11),
      categoryCode: z.string().regex(/^\d{4}$/),
      merchantName: name(40),
      merchantShortName: name(16),
    }),
    z.strictObject({
      type: z.literal('platform'),
      subMerchantNo: code(5, 15),
      subMerchantName: name(40),
      subMerchantShortName: name(16),
    }),
  ]),
});

/** … and no access, nor token requestor, that this channel has no words for. */
export const channelContractSchemaOf = (channel: ContractChannel) =>
  channelContractSchema
    .refine(({ access }) => ACCESS_OF[channel].includes(access.type), {
      path: ['access', 'type'],
      message: 'must be known at this channel',
    })
    .refine(({ tokenRequestorId }) => !tokenRequestorId || channel === 'unionpay', {
      path: ['tokenRequestorId'],
      message: 'is not known at this channel',
    });
