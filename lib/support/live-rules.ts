import { QUEUES, type QueueName } from './queue';

/** What an open page of the office is about. */
export type LiveSubject =
  | { type: 'queue'; id: QueueName }
  | { type: 'order' | 'refund_case'; id: string }
  /** How all channels are doing. */
  | { type: 'channels'; id: 'all' };

/** "queue:in-doubt", "order:ord_…", "refund_case:rcs_…", "channels:all"; undefined for anything else. */
export function readLiveSubject(text: string): LiveSubject | undefined {
  if (text === 'channels:all') return { type: 'channels', id: 'all' };
  const [, type, id] = /^(queue|order|refund_case):([0-9a-z_-]{1,60})$/.exec(text) ?? [];
  if (!type || !id) return undefined;
  if (type !== 'queue') return { type: type as 'order' | 'refund_case', id };
  const queue = QUEUES.find((name) => name === id);
  return queue && { type, id: queue };
}

/** How often an open page asks, and for how long somebody who asked is still there. */
export const ASK_EVERY_SECONDS = 3;
export const THERE_FOR_SECONDS = 10;
