import { toBeijingStamp } from '../beijing-time';
import type { Store } from '../state/store';

/** The bank's own number of a movement or payout: its day and a running number, never used twice. */
export function numberMovement(store: Store, kind: 'CR' | 'PO', atMs: number): string {
  const serial = String(store.nextNumber()).padStart(10, '0');
  return `${kind}${toBeijingStamp(atMs).slice(0, 8)}${serial}`;
}
