import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { BreakerOverride } from './override';
import { selectOverrides } from './override-store';

/**
 * Breakers that are held by hand, and what waits for a second person.
 *
 * @throws Refusal not_permitted
 */
export async function listOverrides({ by }: { by: StaffActor }): Promise<BreakerOverride[]> {
  requireMay(by, 'channel.read');
  return selectOverrides();
}
