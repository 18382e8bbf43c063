import type { ExternalRef } from '@/lib/ledger/chart';

/** A number under the platform's one bank account (大小账户) that stands for one ledger account. */
export interface VirtualAccount {
  number: string;
  ref: ExternalRef;
  state: 'active' | 'frozen' | 'closed';
}
