import { QUEUES, type QueueName } from './queue';

/** A person keeps so many views at most. */
export const MOST_VIEWS = 20;
const LONGEST = 500;
/** What a view keeps of an address: the filters, never where in the list one was. */
const KEPT = ['merchant', 'channel', 'age', 'least', 'most', 'mine', 'sort'];

/** Which queue such an address of ours belongs to; undefined for any other address. */
export function queueOfPath(path: string): QueueName | undefined {
  const [, name] = /^\/office\/queues\/([a-z-]+)(?:\?[^#]*)?$/.exec(path) ?? [];
  return QUEUES.find((queue) => queue === name);
}

/** The address as a view keeps it; undefined for what is no queue of the office. */
export function viewPath(path: string): string | undefined {
  const queue = queueOfPath(path);
  if (!queue || path.length > LONGEST) return undefined;
  const given = new URLSearchParams(path.split('?')[1] ?? '');
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = given.get(name);
    if (value) kept.set(name, value);
  }
  const query = kept.toString();
  return `/office/queues/${queue}${query ? `?${query}` : ''}`;
}
