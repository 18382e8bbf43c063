import { z } from 'zod';

/** What saves the present queue as a view. */
export const keepViewInput = z.object({
  name: z.string().trim().min(1, 'common.problem.required').max(40, 'common.problem.invalid'),
  path: z.string().max(2_000),
});

export const removeViewInput = z.object({ viewId: z.string().regex(/^svw_[0-9a-z]{26}$/) });
