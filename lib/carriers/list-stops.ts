import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { CarrierStop } from './stop';
import { selectStops } from './stop-store';

const SHOWN = 100;

/**
 * The stops, of one merchant or of all: those in effect first, then the newest.
 *
 * @throws Refusal not_permitted
 */
export async function listStops({
  by,
  ...of
}: {
  merchantId?: string;
  by: StaffActor;
}): Promise<CarrierStop[]> {
  requireMay(by, 'channel.read');
  return selectStops({ ...of, most: SHOWN });
}
