import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { ChannelHealth } from './health';
import { selectHealth } from './store';

/**
 * Per channel and operation: the breaker, and how the last five minutes went; `healthOf` picks one.
 *
 * @throws Refusal not_permitted
 */
export async function listChannelHealth({ by }: { by: StaffActor }): Promise<ChannelHealth[]> {
  requireMay(by, 'channel.read');
  return selectHealth();
}
