import type { Refund } from './refund';
import type { RefundEvent, RefundState } from './states';

/** request: its merchant decides. queue: its money is not there. go: now, by its route. */
export type Start = 'request' | 'queue' | 'go';

type Begins = Extract<RefundEvent, 'request' | 'queue' | 'send' | 'divert' | 'succeed'>;

export const LEADS_TO: Record<Begins, RefundState> = {
  request: 'requested',
  queue: 'queued',
  send: 'sent',
  divert: 'diverted',
  succeed: 'succeeded',
};

/** What it means for a route that it starts so. */
export function eventOf(route: Refund['route'], start: Start): Begins {
  if (start !== 'go') return start;
  if (route === 'balance') return 'succeed';
  return route === 'transfer' ? 'divert' : 'send';
}
