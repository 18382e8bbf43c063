import type { EventTopic } from '@/lib/core/event-topics';

/**
 * The text of a notice, to the byte what is signed and sent. `sequence` counts what merchants are told about one
 * order (or about the object itself, where there is no order) from 1, without gaps.
 */
export const eventBody = (event: {
  topic: EventTopic;
  at: Date;
  sequence: number;
  data: Record<string, unknown>;
}): string =>
  JSON.stringify({
    type: event.topic,
    timestamp: event.at.toISOString(),
    sequence: event.sequence,
    data: event.data,
  });
