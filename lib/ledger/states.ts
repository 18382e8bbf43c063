import type { Table } from '@/lib/core/transitions';

export type AccountState = 'active' | 'frozen' | 'closed';
export type AccountEvent = 'freeze' | 'unfreeze' | 'close';

/**
 * Frozen: nothing goes out, money still comes in. Closed: neither, and for good. A frozen account is
 * unfrozen before it is closed, so that whoever froze it has a say.
 */
export const ACCOUNT: Table<AccountState, AccountEvent> = {
  active: { freeze: 'frozen', close: 'closed' },
  frozen: { unfreeze: 'active' },
  closed: {},
};

export type HoldState = 'held' | 'captured' | 'released' | 'expired';
