import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { MaintenanceWindow } from './maintenance';
import { selectMaintenance } from './maintenance-store';

/**
 * What is planned for every channel and what is under way, the earliest first.
 *
 * @throws Refusal not_permitted
 */
export async function listMaintenance({ by }: { by: StaffActor }): Promise<MaintenanceWindow[]> {
  requireMay(by, 'channel.read');
  return selectMaintenance();
}
