import type { z } from 'zod';
import { Refusal } from '@/lib/core/errors';

const MOST_ERRORS = 20;

/** What the schema makes of the input, or `invalid_request` with each field at fault by its path. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  // One problem for each place is enough to mend it.
  const byPath = new Map<string, { path: string; problem: string }>();
  for (const one of parsed.error.issues.flatMap(problems)) {
    if (!byPath.has(one.path)) byPath.set(one.path, one);
  }
  throw new Refusal('invalid_request', {}, [...byPath.values()].slice(0, MOST_ERRORS));
}

function problems(issue: z.core.$ZodIssue): { path: string; problem: string }[] {
  const at = (path: PropertyKey[]) => path.map(String).join('.').slice(0, 100);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: at([...issue.path, key]), problem: 'is not a field' }));
  }
  return [{ path: at(issue.path), problem: issue.message }];
}
