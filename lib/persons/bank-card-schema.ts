import { z } from 'zod';
import { passesLuhn } from '@/lib/core/luhn';

/** A bank card's number, as people type it: in groups, with spaces or hyphens between. */
export const bankCardSchema = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .refine((digits) => /^62[0-9]{14,17}$/.test(digits) && passesLuhn(digits), 'a bank card number');
