import { z } from 'zod';
import { maskPersonalNumbers } from '@/lib/core/personal-numbers';

/** Texts that name nobody: shown as they are, for they are what a merchant looks for. */
const SHOWN = new Set([
  'merchant_order_no',
  'merchant_refund_no',
  'merchant_payout_no',
  'starting_after',
  'before',
  'created_from',
  'created_to',
  'limit',
  'month',
]);
const LONGEST = 64;

/**
 * What a call carried, as its merchant's log may show it: fields of the schema only, and of them numbers,
 * yes and no, words out of a fixed list and the merchant's own numbers. Of any other text its length is all that
 * is kept, so that no name, phone, card, secret or address can be among it.
 */
export function maskInput(
  schema: z.ZodType | undefined,
  input: unknown,
): Record<string, unknown> | null {
  if (!(schema instanceof z.ZodObject) || !isRecord(input)) return null;
  const shape = schema.shape as Record<string, z.ZodType>;
  const masked: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape)) {
    if (Object.hasOwn(input, name)) masked[name] = maskValue(name, innermost(field), input[name]);
  }
  return Object.keys(masked).length > 0 ? masked : null;
}

function maskValue(name: string, schema: z.ZodType, value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (SHOWN.has(name)) return maskPersonalNumbers(value).slice(0, LONGEST);
    const isWord = schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
    if (isWord && schema.safeParse(value).success) return value;
    return `… (${[...value].length})`;
  }
  if (Array.isArray(value)) {
    const item = schema instanceof z.ZodArray ? innermost(schema.element as z.ZodType) : z.never();
    return value.slice(0, 20).map((one) => maskValue(name, item, one));
  }
  return maskInput(schema, value) ?? '…';
}

/** What stands behind "may be left out" and "may be null". */
function innermost(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return innermost(schema.unwrap() as z.ZodType);
  }
  return schema instanceof z.ZodPipe ? innermost(schema.in as z.ZodType) : schema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
