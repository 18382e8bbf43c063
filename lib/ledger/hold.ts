import type { Money } from '@/lib/money/money';

/** Money kept for one purpose, or what became of it. */
export interface Hold {
  id: string;
  holdKey: string;
  amount: Money;
  state: 'held' | 'captured' | 'released' | 'expired';
  createdAt: Date;
  endedAt: Date | null;
}
