import type { ExternalRef } from '@/lib/ledger/chart';
import type { Payout } from './payout';
import { selectPayouts } from './store';

const MOST = 100;

/** An account's payouts, newest first. */
export async function listPayouts({
  account,
  before,
  limit = 20,
}: {
  account: ExternalRef;
  /** The last payout of the page before. */
  before?: string;
  limit?: number;
}): Promise<{ payouts: Payout[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectPayouts(account, { before, limit: size + 1 });
  const payouts = found.slice(0, size);
  return { payouts, next: found.length > size ? (payouts.at(-1)?.id ?? null) : null };
}
