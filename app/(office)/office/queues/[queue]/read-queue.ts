import type { Query } from '@/app/_server/read-query';
import { readQuery } from '@/app/_server/read-query';
import type { QueueFilter, QueueName, QueueSort } from '@/lib/support/queue';
import { QUEUE_QUERY } from '@/lib/support/queue-schema';

export interface AskedQueue {
  /** Whose are "mine". */
  filterFor: (userId: string) => QueueFilter;
  sort: QueueSort | undefined;
  after: string | undefined;
  /** What of the address was understood, as it stands there. */
  kept: Record<string, string>;
}

/** What an address asks of a queue. */
export async function readQueue(searchParams: Query): Promise<AskedQueue> {
  const asked = await readQuery(searchParams, QUEUE_QUERY);
  const given = await searchParams;
  const kept = Object.keys(asked).map((name) => [name, String(given[name])]);
  const { merchant, channel, age, least, most, mine, sort, after } = asked;
  return {
    filterFor: (userId) => ({
      ...{ merchant, channel, minutes: age, least, most },
      mine: mine === undefined ? undefined : userId,
    }),
    sort,
    after,
    kept: Object.fromEntries(kept),
  };
}

/** The address of a queue with these parts of it; undefined takes one away. */
export function queueHref(
  queue: QueueName,
  kept: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>> = {},
  page = '',
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changes })) {
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return `/office/queues/${queue}${page}${text ? `?${text}` : ''}`;
}
