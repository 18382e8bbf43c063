import type { z } from 'zod';
import { Refusal } from '@/lib/core/errors';

/** What the schema makes of it, or invalid_request with the fields at fault. */
export function readTerms<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    problem: message,
  }));
  throw new Refusal('invalid_request', {}, fields);
}
