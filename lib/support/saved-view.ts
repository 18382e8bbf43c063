import type { QueueName } from './queue';

/** A queue with its filters, under a name of somebody's own. */
export interface SavedView {
  id: string;
  name: string;
  /** The address in the office, with its filters. */
  path: string;
  queue: QueueName;
}
