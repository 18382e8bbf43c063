import { z } from 'zod';
import { webhookUrlSchema } from '@/lib/merchants/schema';
import { endpointIdSchema } from '@/lib/webhooks/schema';
import { CHOICES, topicName } from './topic-fields';

const url = z
  .string()
  .trim()
  .min(1, 'common.problem.required')
  .refine((text) => webhookUrlSchema.safeParse(text).success, 'developers.problem.url');

/** An address and what is chosen beside it, each choice a field of its own. */
const endpointInput = z
  .looseObject({ url, which: z.enum(['all', 'some']) })
  .transform(({ url: typed, which, ...ticked }, context) => {
    const chosen = CHOICES.filter((topic) => topicName(topic) in ticked);
    if (which === 'some' && chosen.length === 0) {
      context.addIssue({ code: 'custom', path: ['which'], message: 'developers.problem.topics' });
    }
    return { url: typed, topics: which === 'all' ? [] : chosen };
  });

export const newEndpointInput = endpointInput;
export const setEndpointInput = z
  .looseObject({ endpointId: endpointIdSchema })
  .transform(({ endpointId, ...given }, context) => {
    const parsed = endpointInput.safeParse(given);
    if (parsed.success) return { endpointId, ...parsed.data };
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });

export const endpointInputOnly = z.object({ endpointId: endpointIdSchema });
export const switchEndpointInput = z.object({
  endpointId: endpointIdSchema,
  to: z.enum(['on', 'off']),
});
export const rotateInput = z.object({
  endpointId: endpointIdSchema,
  atOnce: z.literal('yes').optional(),
});
