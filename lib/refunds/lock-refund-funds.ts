import type { Tx } from '@/lib/core/db';
import { lockFunds } from './funds-store';

/**
 * One at a time takes from a merchant's pending money: refunds and settlements wait for each other, so that
 * neither counts on what the other has just taken. Held until the transaction ends; taken after rows of
 * orders, attempts, refunds and after the settlements' own lock, before the ledger's.
 */
export const lockRefundFunds = (tx: Tx, merchantId: string): Promise<void> =>
  lockFunds(tx, merchantId);
