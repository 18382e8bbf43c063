import { toBeijingStamp } from '../beijing-time';
import type { Simulator } from '../simulator';

/** The channel's own number of a movement of money: its day and a running number, never used twice. */
export function numberNet({ store }: Simulator, atMs: number): string {
  return `N${toBeijingStamp(atMs).slice(0, 8)}${String(store.nextNumber()).padStart(14, '0')}`;
}
