import { z } from 'zod';
import { addDays, momentOf } from '@/lib/core/beijing';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { endpointIdSchema } from '@/lib/webhooks/schema';
import { dayQuery } from '../../query';

/** What the address asks to be counted, and what is then sent. */
export const RANGE_SHAPE = {
  endpoint: endpointIdSchema,
  from: dayQuery,
  to: dayQuery,
  topic: z.enum(EVENT_TOPICS),
  which: z.enum(['missed', 'all']),
};

export interface AskedRange {
  endpoint: string;
  from: string;
  to: string;
  topic?: string | undefined;
  which: 'missed' | 'all';
}

export const rangeInput = z.object({
  ...RANGE_SHAPE,
  topic: z
    .enum(EVENT_TOPICS)
    .optional()
    .or(z.literal('').transform(() => undefined)),
});

/** Whole days in Beijing, the last one with all of it. */
export const rangeOf = ({ endpoint, from, to, topic, which }: AskedRange) => ({
  ...{ endpointId: endpoint, which },
  from: momentOf(from),
  to: momentOf(addDays(to, 1)),
  topics: topic ? [topic] : [],
});
