import type { Table } from '@/lib/core/transitions';

export type SuspenseState = 'open' | 'assigned';
export type SuspenseEvent = 'assign';

/** Money for nobody we know waits until a person says whose it is. */
export const SUSPENSE: Table<SuspenseState, SuspenseEvent> = {
  open: { assign: 'assigned' },
  assigned: {},
};
