import { z } from 'zod';
import { OPERATIONS } from '@/lib/api/operations';
import { maskPersonalNumbers } from '@/lib/core/personal-numbers';

const requestId = z.string().regex(/^req_[0-9a-z]{26}$/);

/** What the address asks the log for. `find` is a request id or an idempotency key. */
export const REQUESTS_SHAPE = {
  find: z
    .string()
    .trim()
    .regex(/^\P{Cc}{1,255}$/u),
  operation: z.enum(OPERATIONS.map(({ id }) => id) as [string, ...string[]]),
  status: z.enum(['2', '4', '5']),
  before: requestId,
};
export type AskedRequests = { [Name in keyof typeof REQUESTS_SHAPE]?: string };

/** The log with these filters, and from that row on. */
export function requestsAddress(asked: AskedRequests): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return given.length > 0
    ? `/merchant/requests?${new URLSearchParams(given)}`
    : '/merchant/requests';
}

/** What was typed: our number of one call, or the caller's own key of it, as the log has it. */
export const wantedCall = (find: string | undefined): { id?: string; idempotencyKey?: string } => {
  if (find === undefined) return {};
  return requestId.safeParse(find).success
    ? { id: find }
    : { idempotencyKey: maskPersonalNumbers(find.replace(/^"(.*)"$/, '$1')) };
};
