import { z } from 'zod';
import { BULK_ACTIONS, type BulkAction, MOST_AT_ONCE } from '@/lib/support/queue-rules';
import { queueName } from '@/lib/support/queue-schema';

const id = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/);
export const bulkAction = z.enum(Object.keys(BULK_ACTIONS) as [BulkAction, ...BulkAction[]]);
export const userId = z.string().regex(/^usr_[0-9a-z_-]{1,40}$/);
/** Rows that were picked; one alone comes as a text. */
export const picked = z
  .union([id.transform((one) => [one]), z.array(id).max(500)])
  .transform((ids) => [...new Set(ids)]);

/** What confirms a dry run. */
export const bulkInput = z.object({
  queue: queueName,
  action: bulkAction,
  to: userId.optional(),
  /** Why, where a case changes hands. */
  note: z.string().trim().min(1, 'common.problem.required').max(500).optional(),
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(id).min(1).max(MOST_AT_ONCE)),
});
