import { z } from 'zod';
import { channelContractSchemaOf } from '@/lib/contracts/schema';
import { ACCESS_FIELDS } from '../access-fields';
import { LIMITS_PROBLEM, limitsInOrder, TERMS_SHAPE, termsFrom } from '../terms-input';

const REQUIRED = 'common.problem.required';
// Names stay as they are; in numbers, full-width digits are meant as digits.
const nameField = z.string().trim().default('');
const codeField = z.string().normalize('NFKC').trim().default('');

/**
 * What the form of a merchant's own contract sends. The fields of every kind of access come along;
 * those of the chosen one count.
 */
export const agreeContractInput = z
  .object({
    ...TERMS_SHAPE,
    merchantId: z
      .string()
      .trim()
      .min(1, REQUIRED)
      .regex(/^[0-9a-z_]{0,64}$/, 'office.contract.merchantProblem'),
    merchantNo: codeField,
    tokenRequestorId: codeField.transform((text) => text || undefined),
    accessType: z.enum(['merchant', 'institution', 'platform']).default('merchant'),
    acquirerCode: codeField,
    categoryCode: codeField,
    merchantName: nameField,
    merchantShortName: nameField,
    subMerchantNo: codeField,
    subMerchantName: nameField,
    subMerchantShortName: nameField,
  })
  .refine(limitsInOrder, LIMITS_PROBLEM)
  .transform((fields, context) => {
    const { channel, merchantId, cause, merchantNo, tokenRequestorId, accessType } = fields;
    const names = ACCESS_FIELDS[accessType];
    const access = Object.fromEntries(names.map((name) => [name, fields[name]]));
    const parsed = channelContractSchemaOf(channel).safeParse({
      merchantNo,
      access: { type: accessType, ...access },
      ...(tokenRequestorId ? { tokenRequestorId } : {}),
    });
    if (parsed.success) {
      return { channel, merchantId, cause, channelContract: parsed.data, terms: termsFrom(fields) };
    }
    for (const { path } of parsed.error.issues) {
      const field = String(path.at(-1));
      const missing = access[field] === '' || (field === 'merchantNo' && merchantNo === '');
      const message = missing ? REQUIRED : `office.contract.format.${field}`;
      context.issues.push({ code: 'custom', input: undefined, path: [field], message });
    }
    return z.NEVER;
  });
